import type { Tx } from '../../../kit/server/db.ts'
import type { RuleUse } from '../../../rules/server/alertTimes.ts'
import type { AlertTimes } from '../../../rules/promiseReplay.ts'

const MOST = 5_000
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`
const columns = `a.owner_id as "ownerId", ${ms('coalesce(a.reopened_at, a.opened_at)')} as begun, ${ms('a.acknowledged_at')} as acknowledge,
  ${ms('a.contacted_at')} as contact, ${ms('a.resolved_at')} as resolve`

/** How the real alerts of some responses went: of several on one response the first. */
export async function alertTimesOf(tx: Tx, responses: readonly string[]): Promise<(AlertTimes & { responseId: string })[]> {
  const { rows } = await tx.query<AlertTimes & { responseId: string }>({
    text: `select distinct on (a.response_id) a.response_id as "responseId", ${columns} from alert a
      where a.org_id = $1 and a.response_id = any($2) order by a.response_id, a.id`,
    values: [tx.org, responses],
  })
  return rows
}

/** How the latest alerts went, whoever raised them. */
export async function latestAlertTimes(tx: Tx): Promise<AlertTimes[]> {
  const { rows } = await tx.query<AlertTimes>({
    text: `select ${columns} from alert a where a.org_id = $1 order by a.id desc limit ${MOST}`,
    values: [tx.org],
  })
  return rows
}

/** How many alerts each of these rules raised, and how many of them wait. */
export async function ruleUsesOf(tx: Tx, rules: readonly string[]): Promise<Map<string, RuleUse>> {
  const { rows } = await tx.query<RuleUse & { rule: string }>({
    text: `select rule_id as rule, count(*)::int as alerts,
        count(*) filter (where state in ('open', 'acknowledged', 'contacted'))::int as waiting
      from alert where org_id = $1 and rule_id = any($2) group by rule_id`,
    values: [tx.org, rules],
  })
  return new Map(rows.map(({ rule, ...use }) => [rule, use]))
}

/** How many alerts wait for a person, as an expression of SQL; `$1` is the organisation. */
export const waitingFor = (person: string): string => `(select count(*)::int from alert
  where org_id = $1 and owner_id = ${person} and state in ('open', 'acknowledged', 'contacted') and merged_into is null)`
