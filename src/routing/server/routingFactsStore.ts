import { displayNameSql } from '../../people/server/personName.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import type { RoutingFacts, Owner } from '../routing.ts'

/** The owner of the organisation who has been it longest, with the person that stands for them in the directory. */
export async function findOwnerLogin(
  tx: Tx,
): Promise<{ id: string; email: string; name: string; personId: string | null } | undefined> {
  const { rows } = await tx.query<{ id: string; email: string; name: string; personId: string | null }>({
    name: 'alert-org-owner',
    text: `select l.id, l.email, l.name, p.id as "personId" from membership m join login l on l.id = m.user_id
      left join person p on p.org_id = m.org_id and p.user_id = l.id and p.erased_at is null
      where m.org_id = $1 and m.role = 'owner' order by m.accepted_at nulls last, m.user_id limit 1`,
    values: [tx.org],
  })
  return rows[0]
}

/** Colleagues by e-mail; an address that no colleague has leads to null. */
export async function findStaffByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, Owner | null>> {
  const { rows } = await tx.query<Owner & { email: string }>({
    name: 'alert-staff-by-email',
    text: `select p.id, p.email, ${displayNameSql('p')} as name from person p
      where p.org_id = $1 and p.email = any($2) and p.kind = 'staff' and p.erased_at is null`,
    values: [tx.org, emails],
  })
  const found = new Map(rows.map(({ id, name, email }) => [email, { id, name }]))
  return new Map(emails.map(email => [email, found.get(email) ?? null]))
}

export async function findAccountOf(tx: Tx, personId: string): Promise<RoutingFacts['account']> {
  const { rows } = await tx.query<{ name: string; owner: Owner | null }>({
    name: 'alert-account-owner',
    text: `select c.name, case when o.id is not null then jsonb_build_object('id', o.id, 'name', ${displayNameSql('o')}) end as owner
      from person p join customer_account c on c.org_id = p.org_id and c.id = p.account_id
      left join person o on o.org_id = c.org_id and o.id = c.owner_id and o.erased_at is null
      where p.org_id = $1 and p.id = $2`,
    values: [tx.org, personId],
  })
  return rows[0] ?? null
}

export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Owner & { email: string | null }>> {
  const { rows } = await tx.query<Owner & { email: string | null }>({
    name: 'alert-names',
    text: `select p.id, p.email, ${displayNameSql('p')} as name from person p where p.org_id = $1 and p.id = any($2) and p.erased_at is null`,
    values: [tx.org, ids],
  })
  return new Map(rows.map(row => [row.id, row]))
}

/** A colleague by id or e-mail: whom an alert can be handed to. */
export async function findColleague(
  tx: Tx,
  wanted: { id?: string; email?: string },
): Promise<(Owner & { email: string | null }) | undefined> {
  const { rows } = await tx.query<Owner & { email: string | null }>({
    text: `select p.id, p.email, ${displayNameSql('p')} as name from person p
      where p.org_id = $1 and p.kind = 'staff' and p.erased_at is null and (p.id = $2 or p.email = $3) limit 1`,
    values: [tx.org, wanted.id ?? null, wanted.email?.toLowerCase() ?? null],
  })
  return rows[0]
}

/** Which of these units are closed today. */
export async function closedAmong(tx: Tx, units: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'alert-closed-units',
    text: 'select id from unit where org_id = $1 and id = any($2) and closed_on <= $3',
    values: [tx.org, units, await today(tx)],
  })
  return new Set(rows.map(({ id }) => id))
}

/** `p` was removed from the members and has not joined again. */
export const hasLeftSql = `(p.login_removed_at is not null and p.user_id is null
  and not exists (select from membership m join login l on l.id = m.user_id where m.org_id = p.org_id and l.email = p.email))`

/** Colleagues who were removed from the members. */
export async function readFormerMembers(tx: Tx): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'alert-gone',
    text: `select p.id from person p where p.org_id = $1 and ${hasLeftSql}`,
    values: [tx.org],
  })
  return new Set(rows.map(({ id }) => id))
}
