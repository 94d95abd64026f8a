import { respondentCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'

export async function insertLogo(tx: Tx, surveyId: string, digest: string, png: Buffer): Promise<void> {
  await tx.db
    .insertInto('survey_logo')
    .values({ org_id: tx.org, survey_id: surveyId, digest, png })
    .onConflict(c => c.doNothing())
    .execute()
}

export async function readLogo(database: Database, org: string, digest: string): Promise<Buffer | undefined> {
  const row = await database.readInOrg(org, respondentCaller, tx =>
    tx.db.selectFrom('survey_logo').select('png').where('org_id', '=', org).where('digest', '=', digest).executeTakeFirst(),
  )
  return row?.png
}
