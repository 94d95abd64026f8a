// @words everybody
import { record } from '../../../activity/server/record.ts'
import { newId } from '../../../kit/ids.ts'
import { msg } from '../../../kit/i18n.ts'
import { coarseId } from '../../../kit/server/coarse.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { HeadlineScore } from '../../contract.ts'
import type { Reason } from '../../../rules/evaluate.ts'
import { decideOwner, noUnitMessage, type PathStep } from '../../../routing/routing.ts'
import { readRoutingFacts } from '../../../routing/server/routingFacts.ts'
import { beginPromises } from '../promises/promiseClocks.ts'
import type { ActiveRule } from '../../../rules/server/ruleStore.ts'
import { insertAlert } from '../store/stepStore.ts'
import { recordTeamTurn } from '../../../routing/server/routingTeamStore.ts'
import type { OpenedAlert } from '../store/alertSummaryStore.ts'

export interface AlertTrigger {
  surveyId: string
  responseId: string | null
  unitId: string | null
  personId: string | null
  reasons: Reason[]
  headline: HeadlineScore | null
  /** What it is about where no response is; the same occasion raises one alert. */
  occasion: string | null
  segments: Readonly<Record<string, string>>
  locale: string | null
  /** The only time that may be kept of it. */
  day: Date | null
  /** Its unit is not told: so few answered there that day. */
  veiled?: boolean
}

const fewAnswered: PathStep = { say: msg('Anonymous, and few answered there that day: its unit is not told') }

/** Finds the owner, writes the alert and its record; the caller notifies the owner (notifyOwners.ts). Null where this very thing was raised before. */
export async function openAlert(
  tx: Tx,
  rule: ActiveRule,
  { day, segments, locale, veiled, ...why }: AlertTrigger,
): Promise<OpenedAlert | null> {
  const { owner, path, team } = decideOwner(rule.route, await readRoutingFacts(tx, rule.route, { ...why, segments, locale }))
  const alert = {
    ...why,
    id: day ? coarseId(day) : newId(),
    ruleId: rule.id,
    ownerId: owner.id,
    kind: rule.kind,
    path: veiled ? [fewAnswered, ...path.filter(({ say }) => say !== noUnitMessage)] : path,
    openedAt: day ?? tx.now,
  }
  if (!(await insertAlert(tx, alert))) return null
  if (team) await recordTeamTurn(tx, team, owner.id)
  // The record's own time, and that of the seal over it, would tell.
  if (!day)
    await record(
      tx,
      'alert.opened',
      { type: 'alert', id: alert.id, also: [why.personId, why.unitId, rule.id, owner.id] },
      { rule: rule.name, owner: owner.name, score: why.headline?.value },
    )
  // Of an anonymous answer not even the minute may be kept that a promise would count from.
  const promised = rule.policy !== null && !day
  if (promised) await beginPromises(tx, alert, rule.policy!)
  announce(tx, 'alerts', alert.id)
  return { id: alert.id, ownerId: owner.id, promised }
}
