import { record } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Notes that mail to an address comes back for good: whoever has it is not written to until somebody changes it. */
export async function markBounced(tx: Tx, address: string, reason: string): Promise<void> {
  const rows = await tx.db
    .updateTable('person')
    .set({ bounced_at: tx.now })
    .where('org_id', '=', tx.org)
    .where('email', '=', address.trim().toLowerCase())
    .where('bounced_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of rows) await record(tx, 'person.mail_bounced', { type: 'person', id }, { reason })
}

/** A person's own word: no more questions from this organisation, or questions again. */
export async function markOptedOut(tx: Tx, personId: string, out: boolean): Promise<void> {
  const done = await tx.db
    .updateTable('person')
    .set({ opted_out_at: out ? tx.now : null })
    .where('org_id', '=', tx.org)
    .where('id', '=', personId)
    .where('opted_out_at', out ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (done.numUpdatedRows > 0n) await record(tx, out ? 'person.opted_out' : 'person.opted_in', { type: 'person', id: personId })
}
