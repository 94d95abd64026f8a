import type { Tx } from '../../kit/server/db.ts'

/** Takes one part out of the data of a mail that has left. */
export async function forgetPart(tx: Tx, id: string, part: string): Promise<void> {
  await tx.query({
    text: 'update outbox set payload = payload #- $3 where org_id = $1 and id = $2',
    values: [tx.org, id, ['data', part]],
  })
}
