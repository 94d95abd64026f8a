import type { Tx } from '../../../kit/server/db.ts'
import type { Recipient } from '../invite/invitationStore.ts'

const columns = 'id, name, email, locale, segments, opted_out_at, bounced_at'

export async function readRecipients(tx: Tx, ids: readonly string[]): Promise<Map<string, Recipient>> {
  const { rows } = await tx.query<Recipient>({
    text: `select ${columns} from person where org_id = $1 and id = any($2)`,
    values: [tx.org, ids],
  })
  return new Map(rows.map(row => [row.id, row]))
}

export async function readRecipientsByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, Recipient>> {
  const { rows } = await tx.query<Recipient>({
    text: `select ${columns} from person where org_id = $1 and email = any($2) and erased_at is null`,
    values: [tx.org, emails],
  })
  return new Map(rows.map(row => [row.email!, row]))
}

/** The address of the login that asks. */
export async function addressOfUser(tx: Tx, userId: string): Promise<{ email: string; name: string } | undefined> {
  return tx.db.selectFrom('login').select(['email', 'name']).where('id', '=', userId).executeTakeFirst()
}

/** Whether an address belongs to a colleague. */
export async function isMember(tx: Tx, address: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('membership as m')
    .innerJoin('login as l', 'l.id', 'm.user_id')
    .select('l.id')
    .where('m.org_id', '=', tx.org)
    .where('l.email', '=', address)
    .executeTakeFirst()
  return !!row
}
