import { orgSetting } from '../../../accounts/server/orgStore.ts'
import { nameIfKnownOfSql, displayNameOfSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { AlertKind } from '../../../rules/alertKind.ts'
import type { AlertTimestamps } from '../../policyReplay/policyReplayTally.ts'
import type { Viewer } from '../store/alertStore.ts'

export interface PastAlert extends AlertTimestamps {
  id: string
  kind: AlertKind
  personId: string | null
  person: string | null
  unitId: string | null
  unit: string | null
  owner: { id: string; name: string }
}

export interface PolicyReplayQuery {
  policy: string
  from: string
  to: string
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`
const zone = `coalesce(${orgSetting('zone')}, 'UTC')`

// Those that ran under the policy; and those of its rules that came before anything was promised. The minute of an anonymous answer is not
// kept, so nothing can be worked out for it.
const asked = `from alert a
  join survey s on s.org_id = a.org_id and s.id = a.survey_id
  join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id
  where a.org_id = $1 and a.opened_at >= ($3::date)::timestamp at time zone ${zone}
    and a.opened_at < ($4::date + 1)::timestamp at time zone ${zone} and not s.anonymous
    and ($5::uuid[] is null or a.unit_id = any($5) or a.owner_id = $6)
    and (exists (select from sla_clock c where c.org_id = $1 and c.subject_type = 'alert' and c.subject_id = a.id and c.policy_id = $2)
      or (r.policy_id = $2 and a.merged_into is null
        and not exists (select from sla_clock c where c.org_id = $1 and c.subject_type = 'alert' and c.subject_id = a.id)))`

const values = (tx: Tx, { policy, from, to }: PolicyReplayQuery, { units, me }: Viewer) => [tx.org, policy, from, to, units, me]

export async function countPastAlerts(tx: Tx, what: PolicyReplayQuery, sight: Viewer): Promise<number> {
  const { rows } = await tx.query<{ n: number }>({ text: `select count(*)::int as n ${asked}`, values: values(tx, what, sight) })
  return rows[0]!.n
}

/** Newest first. */
export async function pastAlerts(
  tx: Tx,
  what: PolicyReplayQuery & { before: string | undefined; limit: number },
  sight: Viewer,
): Promise<PastAlert[]> {
  const { rows } = await tx.query<PastAlert>({
    text: `with chosen as (select a.* ${asked} and ($7::uuid is null or a.id < $7) order by a.id desc limit $8)
      select a.id, a.kind, a.person_id as "personId", ${nameIfKnownOfSql('a.person_id')} as person,
        a.unit_id as "unitId", u.name as unit, ${ms('coalesce(a.reopened_at, a.opened_at)')} as begun, ${ms('a.opened_at')} as opened,
        ${ms('a.acknowledged_at')} as acknowledge, ${ms('a.contacted_at')} as contact, ${ms('a.resolved_at')} as resolve,
        jsonb_build_object('id', a.owner_id, 'name', ${displayNameOfSql('a.owner_id')}) as owner
      from chosen a
      left join unit u on u.org_id = a.org_id and u.id = a.unit_id order by a.id desc`,
    values: [...values(tx, what, sight), what.before ?? null, what.limit],
  })
  return rows
}
