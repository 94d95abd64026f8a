import { displayNameSql } from '../../people/server/personName.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import type { Owner } from '../routing.ts'

const MOST_ABOVE = 10

/** To whom somebody reports today, the nearest first. */
export async function reportingLine(tx: Tx, personId: string): Promise<Owner[]> {
  const { rows } = await tx.query<Owner>({
    name: 'alert-reporting-line',
    text: `with recursive up as (
        select $2::uuid as id, 0 as height
        union all
        select r.manager_id, up.height + 1 from reporting r join up on r.person_id = up.id
        where r.org_id = $1 and r.manager_id is not null and up.height < ${MOST_ABOVE}
          and r.valid_from <= $3 and (r.valid_to is null or r.valid_to > $3)
      )
      select p.id, ${displayNameSql('p')} as name from up join person p on p.org_id = $1 and p.id = up.id and p.erased_at is null
      where up.height > 0 order by up.height`,
    values: [tx.org, personId, await today(tx)],
  })
  return rows
}
