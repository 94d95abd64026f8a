import type { UnitName } from '../../people/server/units.ts'
import type { SuppressionReason } from '../../metrics/disclosurePlan.ts'
import { countOf } from '../../metrics/histogram.ts'
import { type MetricSettings, computeMetric } from '../../metrics/computeMetric.ts'
import { suppressed } from '../../metrics/metric.ts'
import { benjaminiHochberg } from '../../metrics/benjaminiHochberg.ts'
import { changeBetween, changeVerdictOf } from '../../metrics/scoreChange.ts'
import type { UnitRow } from '../contract.ts'
import { groupByBranch } from '../../people/unitHierarchy.ts'
import { type AnswerCounts, sumCounts } from './scoreCountStore.ts'
import type { UnitScope } from '../../people/server/units/unitScope.ts'
import type { HierarchyPeriod } from '../../people/hierarchyPeriod.ts'

/** Something that is compared with others of its kind, a unit or a segment, now and before. */
export interface ComparedGroup {
  id: string
  now: AnswerCounts
  before: AnswerCounts | null
}

/** A unit with the answers of everything below it. */
export interface Branch extends UnitName, ComparedGroup {
  more: boolean
}

type StretchCounts = readonly ReadonlyMap<string, AnswerCounts>[]

interface Tallied {
  stretches: readonly HierarchyPeriod[]
  counts: StretchCounts
}

/** The units right below one (null = at the top), each with all its answers; what belongs to none of them comes apart. */
export function branchesBelow(
  { names, visible }: UnitScope,
  parent: string | null,
  now: Tallied,
  before: Tallied | null,
): { branches: Branch[]; elsewhere: ComparedGroup } {
  const [present, past] = [tally(now, parent, visible), before && tally(before, parent, visible)]
  const ids = new Set([...present.by.keys(), ...(past?.by.keys() ?? [])])
  const nothing = sumCounts([])
  const branches = [...names.values()]
    .filter(({ id }) => ids.has(id))
    .map(unit => ({
      ...unit,
      more: present.parents.has(unit.id),
      now: present.by.get(unit.id) ?? nothing,
      before: past && (past.by.get(unit.id) ?? nothing),
    }))
  return { branches, elsewhere: { id: '', now: present.elsewhere, before: past && past.elsewhere } }
}

function tally({ stretches, counts }: Tallied, parent: string | null, visible: readonly string[] | null) {
  const shared = stretches.map(({ tree }, i) => groupByBranch(tree, parent, visible, counts[i]!))
  const found = Map.groupBy(
    shared.flatMap(one => one.branches),
    ({ id }) => id,
  )
  return {
    by: new Map([...found].map(([id, parts]) => [id, sumCounts(parts.flatMap(({ values }) => values))])),
    parents: new Set([...found].filter(([, parts]) => parts.some(({ more }) => more)).map(([id]) => id)),
    elsewhere: sumCounts(shared.flatMap(one => one.elsewhere)),
  }
}

/** Scores of groups, their changes corrected for looking at all of them, and the reason where one is not shown. */
export function scoresOf<G extends ComparedGroup>(
  groups: readonly G[],
  how: MetricSettings,
  k: number,
  hidden: ReadonlyMap<string, SuppressionReason>,
) {
  const answered = groups.filter(({ now }) => countOf(now.histogram) > 0)
  const changes = answered.map(({ id, now, before }) =>
    before && !hidden.has(id) ? changeBetween(how, before.histogram, now.histogram) : null,
  )
  const stands = benjaminiHochberg(changes.flatMap(change => (change ? [change.p] : []))).map(finding => finding.stands)
  return answered.map((group, i) => {
    const why = hidden.get(group.id) ?? null
    const score = computeMetric(group.now.histogram, how)
    const change = changes[i]
    return {
      group,
      score: why ? suppressed(score.definition, k) : score,
      before: why || !group.before ? null : computeMetric(group.before.histogram, how),
      change: change ? { ...change, verdict: changeVerdictOf(change.difference, stands.shift() ?? false) } : null,
      hidden: why,
    }
  })
}

/** The table of units, the worst first; those of which no number is told stand behind, whatever it is. */
export const unitRows = (
  branches: readonly Branch[],
  how: MetricSettings,
  k: number,
  hidden: ReadonlyMap<string, SuppressionReason>,
): UnitRow[] =>
  scoresOf(branches, how, k, hidden)
    .map(({ group: { id, key, name, more }, ...row }) => ({ id, key, name, more, ...row }))
    .sort((a, b) => rank(a) - rank(b))

const rank = ({ score }: UnitRow): number => (score.kind === 'score' ? score.score : Number.MAX_VALUE)
