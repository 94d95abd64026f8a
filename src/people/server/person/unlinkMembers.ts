import type { Tx } from '../../../kit/server/db.ts'

/** Unties people from logins that leave. Who had joined is not waited for any more, though the directory may still know them. */
export async function unlinkPeopleFromLogins(tx: Tx, userIds: readonly string[]): Promise<void> {
  await tx.query({
    text: `update person p set user_id = null,
        login_removed_at = case when m.accepted_at is not null and p.erased_at is null then now() else p.login_removed_at end
      from membership m join login l on l.id = m.user_id
      where p.org_id = $1 and m.org_id = $1 and m.user_id = any($2) and (p.user_id = m.user_id
        or (p.user_id is null and p.email = l.email and p.erased_at is null and m.accepted_at is not null))`,
    values: [tx.org, userIds],
  })
}
