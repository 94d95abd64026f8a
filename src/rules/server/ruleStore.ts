import type { Tx } from '../../kit/server/db.ts'
import { newId } from '../../kit/ids.ts'
import type { AlertKind } from '../alertKind.ts'
import type { When } from '../condition.ts'
import type { RouteStep } from '../../routing/route.ts'
import { type RuleUse, usesOfRules } from './alertTimes.ts'

export interface StoredRule {
  id: string
  name: string
  survey: string
  kind: AlertKind
  when: When
  route: RouteStep[]
  policy: string | null
  onSince: Date | null
}

export type ActiveRule = Omit<StoredRule, 'onSince'>

const activeRules = {
  name: 'alert-rules-if-new',
  // One round trip in the response's transaction: whoever switched a rule on before this statement began is seen, on every node.
  text: `select s.stamp, case when s.stamp is distinct from $2::uuid then (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'survey', r.survey_id, 'kind', r.kind,
        'when', r.conditions, 'route', r.route, 'policy', r.policy_id) order by r.id), '[]')
      from alert_rule r where r.org_id = $1 and r.on_since is not null and r.removed_at is null) end as rules
    from alert_rule_stamp s where s.org_id = $1`,
}

/** The stamp of the organisation's rules and, when it is not `known`, the rules that are on. Null: there never was a rule. */
export async function readActiveRules(
  tx: Tx,
  known: string | null,
): Promise<{ stamp: string; rules: ActiveRule[] | null } | null> {
  const { rows } = await tx.query<{ stamp: string; rules: ActiveRule[] | null }>({ ...activeRules, values: [tx.org, known] })
  return rows[0] ?? null
}

/** To be called whenever a rule changes, in the same transaction. */
export async function stampRules(tx: Tx): Promise<void> {
  await tx.query({
    text: `insert into alert_rule_stamp (org_id, stamp) values ($1, $2) on conflict (org_id) do update set stamp = excluded.stamp`,
    values: [tx.org, newId()],
  })
}

export async function insertRule(tx: Tx, rule: StoredRule): Promise<void> {
  const { id, name, survey, kind, when, route, policy, onSince } = rule
  await tx.db
    .insertInto('alert_rule')
    .values({
      org_id: tx.org,
      id,
      name,
      survey_id: survey,
      kind,
      conditions: JSON.stringify(when),
      route: JSON.stringify(route),
      policy_id: policy,
      on_since: onSince,
      created_at: tx.now,
    })
    .execute()
}

export async function updateRule(tx: Tx, { id, name, kind, when, route, policy, onSince }: StoredRule): Promise<void> {
  await tx.db
    .updateTable('alert_rule')
    .set({ name, kind, conditions: JSON.stringify(when), route: JSON.stringify(route), policy_id: policy, on_since: onSince })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

export async function markRuleRemoved(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('alert_rule')
    .set({ removed_at: tx.now, on_since: null })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

export async function lockRule(tx: Tx, id: string): Promise<StoredRule | undefined> {
  const row = await tx.db
    .selectFrom('alert_rule')
    .select(['id', 'name', 'survey_id as survey', 'kind', 'conditions', 'route', 'policy_id as policy', 'on_since as onSince'])
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const { kind, conditions, route, ...rest } = row
  return { ...rest, kind: kind as AlertKind, when: conditions as unknown as When, route: route as unknown as RouteStep[] }
}

export interface ListedRule extends StoredRule, RuleUse {
  surveyName: string
  createdAt: Date
}

export interface RuleFilter {
  id?: string
  survey?: string | undefined
  before?: string | undefined
  limit: number
}

export async function listRules(tx: Tx, filter: RuleFilter): Promise<ListedRule[]> {
  const { rows } = await tx.query<Omit<ListedRule, keyof RuleUse>>({
    text: `select r.id, r.name, r.survey_id as survey, s.name as "surveyName", r.kind, r.conditions as "when", r.route, r.policy_id as policy,
        r.on_since as "onSince", r.created_at as "createdAt"
      from alert_rule r
      join survey s on s.org_id = r.org_id and s.id = r.survey_id
      where r.org_id = $1 and r.removed_at is null and ($2::uuid is null or r.id = $2) and ($3::uuid is null or r.survey_id = $3)
        and ($4::uuid is null or r.id < $4)
      order by r.id desc limit $5`,
    values: [tx.org, filter.id ?? null, filter.survey ?? null, filter.before ?? null, filter.limit],
  })
  const ids = rows.map(({ id }) => id)
  const uses = await usesOfRules.call(tx, ids)
  return rows.map(row => ({ ...row, ...(uses.get(row.id) ?? { alerts: 0, waiting: 0 }) }))
}
