import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { type Disclosure, suppressSmallGroups } from '../../responses/disclosure.ts'
import { type Measure, measure } from '../../responses/measure.ts'
import { suppressed } from '../../responses/metric.ts'
import { benjaminiHochberg } from '../../responses/multiple.ts'
import { changeBetween, verdictOf } from '../change.ts'
import type { UnitRow } from '../contract.ts'
import { type Counts, together } from './countStore.ts'
import { type Placed, readTree } from './treeStore.ts'

/** A unit with the answers of everything below it. */
export interface Branch extends Placed {
  more: boolean
  now: Counts
  before: Counts | null
}

/** The units right below one (null = at the top), each with all its answers; what belongs to none of them comes apart. */
export async function branchesBelow(
  tx: Tx,
  parent: string | null,
  visible: readonly string[] | null,
  now: ReadonlyMap<string, Counts>,
  before: ReadonlyMap<string, Counts> | null,
): Promise<{ branches: Branch[]; elsewhere: Counts }> {
  const tree = await readTree(tx, await today(tx))
  const children = Map.groupBy(tree, ({ parentId }) => parentId)
  const seen = visible && new Set(visible)
  const tops =
    parent === null && seen
      ? tree.filter(unit => seen.has(unit.id) && !(unit.parentId && seen.has(unit.parentId)))
      : (children.get(parent) ?? [])
  const below = (id: string): string[] => [id, ...(children.get(id) ?? []).flatMap(child => below(child.id))]
  const counted = new Set<string>()
  const branches = tops.map(unit => {
    const ids = below(unit.id)
    for (const id of ids) counted.add(id)
    const of = (counts: ReadonlyMap<string, Counts>) => together(ids.flatMap(id => counts.get(id) ?? []))
    return { ...unit, more: children.has(unit.id), now: of(now), before: before && of(before) }
  })
  return { branches, elsewhere: together([...now].flatMap(([id, counts]) => (counted.has(id) ? [] : [counts]))) }
}

export const answersIn = ({ now }: Branch): number => [...now.histogram.values()].reduce((sum, n) => sum + n, 0)

/** Which of the branches may be shown beside their total, when groups below `k` may not. */
export const disclosureOf = (branches: readonly Branch[], k: number): Disclosure =>
  suppressSmallGroups(
    branches.map(branch => ({ key: branch.id, n: answersIn(branch) })),
    k,
  )

/** The table of units: scores, changes corrected for looking at all of them, and the reason where one is not shown. */
export function unitRows(branches: readonly Branch[], how: Measure, k: number): UnitRow[] {
  const why = new Map(disclosureOf(branches, k).hidden.map(({ key, why }) => [key, why]))
  const answered = branches.filter(branch => answersIn(branch) > 0)
  const changes = answered.map(branch =>
    branch.before && !why.has(branch.id) ? changeBetween(how, branch.before.histogram, branch.now.histogram) : null,
  )
  const tested = changes.flatMap(change => (change ? [change.p] : []))
  const stands = benjaminiHochberg(tested).map(finding => finding.stands)
  return answered.map((branch, i) => {
    const hidden = why.get(branch.id) ?? null
    const score = measure(branch.now.histogram, how)
    const change = changes[i]
    return {
      id: branch.id,
      key: branch.key,
      name: branch.name,
      more: branch.more,
      score: hidden ? suppressed(score.definition, k) : score,
      before: hidden || !branch.before ? null : measure(branch.before.histogram, how),
      change: change ? { ...change, verdict: verdictOf(change.difference, stands.shift() ?? false) } : null,
      hidden,
    }
  })
}
