import { type Period, plusDays } from './period.ts'

/** Under which unit a unit stood, and when; `to` is the first day on which it no longer did. */
export interface Placement {
  unitId: string
  parentId: string | null
  from: string
  to: string | null
}

/** The hierarchy of one day. */
export interface UnitHierarchy {
  children: ReadonlyMap<string | null, readonly string[]>
  parentOf: ReadonlyMap<string, string | null>
}

export function unitHierarchyOn(placements: readonly Placement[], day: string): UnitHierarchy {
  const then = placements.filter(({ from, to }) => from <= day && (to === null || to > day))
  const children = new Map<string | null, string[]>()
  for (const { unitId, parentId } of then) children.set(parentId, [...(children.get(parentId) ?? []), unitId])
  return { children, parentOf: new Map(then.map(({ unitId, parentId }) => [unitId, parentId])) }
}

/** A unit with all that stands below it. */
export function subtree(tree: UnitHierarchy, root: string): string[] {
  const found = new Set([root])
  for (const id of found) for (const child of tree.children.get(id) ?? []) found.add(child)
  return [...found]
}

/** The units right below one (null = at the top); who may not see all of them sees the highest that are `visible`. */
export function visibleChildrenOf(
  tree: UnitHierarchy,
  parent: string | null,
  visible: readonly string[] | null,
): readonly string[] {
  if (parent !== null || !visible) return tree.children.get(parent) ?? []
  const seen = new Set(visible)
  return visible.filter(id => tree.parentOf.has(id) && !seen.has(tree.parentOf.get(id) ?? ''))
}

/** Groups values of units by the branches (direct children with their subtrees) of a unit; `elsewhere` holds the values of units in none of them. */
export function groupByBranch<V>(
  tree: UnitHierarchy,
  parent: string | null,
  visible: readonly string[] | null,
  byUnit: ReadonlyMap<string, V>,
): { branches: { id: string; more: boolean; values: V[] }[]; elsewhere: V[] } {
  const left = new Map(byUnit)
  const branches = visibleChildrenOf(tree, parent, visible).map(id => {
    const below = subtree(tree, id)
    const values = below.flatMap(one => (left.has(one) ? [left.get(one)!] : []))
    for (const one of below) left.delete(one)
    return { id, more: below.length > 1, values }
  })
  return { branches, elsewhere: [...left.values()] }
}

/** At most so many periods per query; earlier reorganisations are merged into the first. */
const MOST_STRETCHES = 24

/** Splits a period at every reorganisation, so that within each part the hierarchy does not change. */
export function hierarchyPeriodsOf(placements: readonly Placement[], { from, to }: Period): Period[] {
  const moves = new Set(placements.flatMap(one => [one.from, one.to ?? from]).filter(day => day > from && day <= to))
  const starts = [from, ...[...moves].sort().slice(1 - MOST_STRETCHES)]
  return starts.map((start, i) => ({ from: start, to: i + 1 < starts.length ? plusDays(starts[i + 1]!, -1) : to }))
}
