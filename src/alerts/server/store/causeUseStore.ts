import { longestTextSql } from '../../../responses/server/read/answerTextSql.ts'
import { orgSetting } from '../../../accounts/server/orgStore.ts'
import type { CauseCustomer, NamingPeriod } from '../../../causes/server/causeUses.ts'
import type { Tx } from '../../../kit/server/db.ts'

// Which causes alerts name, for the room that keeps the tree of them.

export async function countUses(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom('alert_cause')
    .select(eb => ['cause_id', eb.fn.countAll<number>().as('n')])
    .where('org_id', '=', tx.org)
    .groupBy('cause_id')
    .execute()
  return new Map(rows.map(row => [row.cause_id, row.n]))
}

export async function readNamers(tx: Tx, fixId: string, causeId: string, { from, to }: NamingPeriod): Promise<CauseCustomer[]> {
  const { rows } = await tx.query<CauseCustomer>({
    text: `with recursive below as (
        select id from cause where org_id = $1 and id = $3 union select c.id from cause c join below b on c.parent_id = b.id where c.org_id = $1
      )
      select distinct on (p.id) p.id as "personId", coalesce(r.locale, p.locale, ${orgSetting('locale')}) as locale,
        exists (select from fix_told k where k.org_id = a.org_id and k.fix_id = $2 and k.person_id = p.id) as told,
        ${longestTextSql('a.org_id', 'a.response_id', 300)} as said
      from below b
      join alert_cause x on x.org_id = $1 and x.cause_id = b.id
      join alert a on a.org_id = x.org_id and a.id = x.alert_id
      join survey s on s.org_id = a.org_id and s.id = a.survey_id and not s.anonymous
      join person p on p.org_id = a.org_id and p.id = a.person_id and p.erased_at is null
      left join response r on r.org_id = a.org_id and r.id = a.response_id
      where ($4::date is null or a.opened_at >= $4::date) and ($5::date is null or a.opened_at < $5::date + 1)
      order by p.id, a.id desc limit 5000`,
    values: [tx.org, fixId, causeId, from ?? null, to ?? null],
  })
  return rows
}
