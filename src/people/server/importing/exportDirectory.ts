import { personFields } from '../../importing/personLines.ts'
import { writeCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Day } from '../../day.ts'
import { today } from '../today.ts'
import { visibleUnits } from '../units.ts'

/** The open units that the caller may see, as they stand on a day: parents before their children. */
export async function unitsCsv(tx: Tx, on?: Day): Promise<string> {
  const { rows } = await tx.query<{ key: string; parent: string | null; name: string }>({
    text: `select u.key, parent.key as parent, u.name
      from unit u
      join unit_placement p on p.org_id = u.org_id and p.unit_id = u.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
      left join unit parent on parent.org_id = u.org_id and parent.id = p.parent_id and ($3::uuid[] is null or parent.id = any($3))
      where u.org_id = $1 and (u.closed_on is null or u.closed_on > $2) and ($3::uuid[] is null or u.id = any($3))
      order by u.key`,
    values: [tx.org, on ?? (await today(tx)), await visibleUnits(tx)],
  })
  return writeCsv([['unit', 'parent', 'name'], ...rows.map(row => [row.key, row.parent, row.name])])
}

interface ExportedPerson {
  values: (string | null)[]
  segments: Record<string, string>
}

// What an import reads is what an export writes.
const columns = personFields.names

/** Everybody whom the caller may see, one line for each of their units. */
export async function peopleCsv(tx: Tx): Promise<string> {
  const { rows } = await tx.query<ExportedPerson>({
    text: `select array[p.external_id, p.email, p.name, u.key, m.role, manager.email, manager.external_id, p.kind, a.name, p.title, p.phone, p.locale] as values,
        p.segments
      from person p
      left join unit_member m on m.org_id = $1 and m.person_id = p.id and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
      left join unit u on u.org_id = $1 and u.id = m.unit_id and (u.closed_on is null or u.closed_on > $2)
      left join reporting r on r.org_id = $1 and r.person_id = p.id and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
      left join person manager on manager.org_id = $1 and manager.id = r.manager_id
      left join customer_account a on a.org_id = $1 and a.id = p.account_id
      where p.org_id = $1 and p.erased_at is null and (p.external_id is not null or p.email is not null)
        and ($3::uuid[] is null or u.id = any($3))
      order by p.sort_name, p.id, u.key`,
    values: [tx.org, await today(tx), await visibleUnits(tx)],
  })
  const keys = [...new Set(rows.flatMap(row => Object.keys(row.segments)))].sort()
  return writeCsv([
    [...columns, ...keys.map(key => `segment.${key}`)],
    ...rows.map(row => [...row.values, ...keys.map(key => row.segments[key])]),
  ])
}
