import type { Tx } from '../../../kit/server/db.ts'
import type { SeriesSubject } from '../../../rules/condition.ts'

const RESTS_DAYS = 28

const same = {
  person: 'a.person_id = $3',
  unit: 'a.unit_id = $3',
  account: `a.person_id in (select p.id from person me join person p on p.org_id = me.org_id and p.account_id = me.account_id where me.org_id = $1 and me.id = $3)`,
}

/** Does an alert of this rule on the same subject wait already? Of a drift also a closed one counts for four weeks: levels move slowly. */
export async function hasWaiting(tx: Tx, rule: string, per: SeriesSubject, subject: string, drift: boolean): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: `alert-has-waiting-${per}`,
    text: `select from alert a where a.org_id = $1 and a.rule_id = $2 and ${same[per]}
        and (a.state in ('open', 'acknowledged', 'contacted') or ($4 and a.opened_at > $5::timestamptz - interval '${RESTS_DAYS} days')) limit 1`,
    values: [tx.org, rule, subject, drift, tx.now],
  })
  return rowCount === 1
}
