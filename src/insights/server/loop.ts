import type { Tx } from '../../kit/server/db.ts'
import type { Metric } from '../../metrics/metric.ts'
import { none } from '../../metrics/metric.ts'
import { mean } from '../../metrics/mean.ts'
import { isDetractor } from '../../metrics/npsCounts.ts'
import { proportion } from '../../metrics/proportion.ts'
import { closeTheLoop, responseRate } from '../../metrics/rates.ts'
import { type Detractor, recovery } from '../../metrics/recovery.ts'
import { countInvitations } from '../../responses/server/numbers/countStore.ts'
import { type ObservedDuration, timeToClose } from '../../metrics/survival.ts'
import { groupByBranch } from '../../people/unitHierarchy.ts'
import { unitIdsOf } from '../../people/server/units/unitScope.ts'
import { readOwnOrganisation } from '../../surveys/server/publicOrganisation.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import { scopeOf } from './causes.ts'
import { type Selection, selectAnswers } from './selection.ts'
import {
  closingTimes,
  countPromises,
  detractorsAfter,
  type NextScore,
  type OutcomeScore,
  outcomesAfter,
  promiseNames,
  type PromiseCounts,
} from './loopStore.ts'
import type { InsightQuery } from './insightQuery.ts'

/** Did we answer those who answered? Alerts, promises, time to close, and whether contact brought people back. */
export async function readLoopNumbers(tx: Tx, asked: InsightQuery): Promise<LoopNumbers> {
  const look = await selectAnswers(tx, asked)
  // An alert is one answer: whoever closes one and looks again would learn of which segment it is.
  if (look.hidden || (look.batches && look.segment)) return untold
  const scope = scopeOf(look)
  const nps = look.survey.questions.find(({ kind }) => kind === 'nps')
  const byUnit = await Promise.all(look.now.map(stretch => countPromises(tx, { ...scope, stretches: [stretch] })))
  const promises = summed(byUnit.flatMap(one => [...one.values()]))
  const [times, rate] = [await closingTimes(tx, scope), await rateOf(tx, look)]
  const detractors = nps && !look.survey.anonymous ? await detractorsAfter(tx, scope, nps.id) : []
  const outcomes = look.survey.anonymous ? [] : await outcomesAfter(tx, scope)
  return {
    responseRate: rate,
    alerts: promises,
    ...inTime(promises),
    units: unitsBelow(look, byUnit),
    timeToClose: timeToClose(
      times.flatMap(({ minutes, closed, n }): ObservedDuration[] => Array.from({ length: n }, () => ({ time: minutes, closed }))),
    ),
    recovery: nps ? recovery(detractors.flatMap(singly)) : null,
    outcomes: [...outcomeRows(outcomes), ...untouched(detractors)],
  }
}

/** Reply while suppressed: the group is too small. */
const untold: LoopNumbers = {
  responseRate: null,
  alerts: null,
  closeTheLoop: null,
  closedInTime: null,
  units: [],
  timeToClose: timeToClose([]),
  recovery: null,
  outcomes: [],
}

const nothing = Object.fromEntries(promiseNames.map(name => [name, 0])) as PromiseCounts

const summed = (all: readonly PromiseCounts[]): PromiseCounts =>
  all.reduce((sum, one) => Object.fromEntries(promiseNames.map(name => [name, sum[name] + one[name]])) as PromiseCounts, nothing)

/** Without any promise nothing is in time or late. */
const inTime = ({ promised, contactDue, contactInTime, resolveDue, resolveInTime }: PromiseCounts) => ({
  closeTheLoop: promised === 0 ? null : closeTheLoop({ inTarget: contactInTime, due: contactDue }),
  closedInTime: promised === 0 ? null : proportion('closed-in-time@1', resolveInTime, resolveDue),
})

function unitsBelow(
  { place, now, hiddenUnits }: Selection,
  byUnit: readonly ReadonlyMap<string, PromiseCounts>[],
): LoopNumbers['units'] {
  const parts = now.flatMap(({ tree }, i) => groupByBranch(tree, place.unit?.id ?? null, place.visible, byUnit[i]!).branches)
  const found = Map.groupBy(parts, ({ id }) => id)
  return [...found].flatMap(([id, shares]) => {
    const all = summed(shares.flatMap(({ values }) => values))
    return all.opened === 0 || hiddenUnits.has(id)
      ? []
      : [{ id, name: place.names.get(id)!.name, opened: all.opened, closed: all.closed, ...inTime(all) }]
  })
}

const singly = ({ contacted, next, n }: NextScore): Detractor[] =>
  Array.from({ length: n }, () => ({ contacted, nextScore: next }))

/** Everybody gets the same link to an anonymous survey: nobody knows which invitation was answered. Invitations carry no segments. */
async function rateOf(tx: Tx, { survey, segment, now, period }: Selection): Promise<LoopNumbers['responseRate']> {
  if (survey.anonymous || segment) return null
  const { zone } = await readOwnOrganisation(tx)
  const counts = await countInvitations(tx, { survey: survey.id, ...period, units: unitIdsOf(now), segments: {} }, zone)
  return counts.sent === 0 ? null : responseRate(counts)
}

type OutcomeRow = LoopNumbers['outcomes'][number]

function outcomeRows(scores: readonly OutcomeScore[]): OutcomeRow[] {
  const by = Map.groupBy(scores, ({ outcome }) => outcome)
  return [...by]
    .map(([outcome, list]) => {
      const total = (of: (score: OutcomeScore) => number) => list.reduce((sum, score) => sum + of(score), 0)
      const [alerts, due, inTime] = [total(one => one.alerts), total(one => one.due), total(one => one.inTime)]
      const nexts = list.map(({ next, alerts }) => ({ next, n: alerts }))
      return { outcome, n: alerts, inTime: due === 0 ? null : proportion('closed-in-time@1', inTime, due), ...nextOf(nexts) }
    })
    .sort((a, b) => b.n - a.n)
}

/** Detractors with whom nobody spoke: what every outcome stands beside. */
function untouched(detractors: readonly NextScore[]): OutcomeRow[] {
  const left = detractors.filter(({ contacted }) => !contacted)
  const n = left.reduce((sum, one) => sum + one.n, 0)
  return n === 0 ? [] : [{ outcome: null, n, inTime: null, ...nextOf(left) }]
}

function nextOf(scores: readonly { next: number | null; n: number }[]): { recovered: Metric; next: Metric } {
  const known = scores.filter((one): one is { next: number; n: number } => one.next !== null)
  const n = known.reduce((sum, one) => sum + one.n, 0)
  const back = known.filter(({ next }) => !isDetractor(next)).reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return { recovered: none('recovery@1'), next: none('mean@1') }
  const histogram = new Map<number, number>()
  for (const one of known) histogram.set(one.next, (histogram.get(one.next) ?? 0) + one.n)
  return { recovered: proportion('recovery@1', back, n), next: mean(histogram, { min: 0, max: 10 }) }
}
