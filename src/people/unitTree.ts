interface Placed {
  id: string
  name: string
  parentId: string | null
}

export type UnitNode<T> = T & { children: UnitNode<T>[] }

/** Units as a tree; who has no parent among them stands at the top. The order is kept. */
export function unitTree<T extends Placed>(units: readonly T[]): UnitNode<T>[] {
  const nodes = new Map(units.map(unit => [unit.id, { ...unit, children: [] as UnitNode<T>[] }]))
  const top: UnitNode<T>[] = []
  for (const node of nodes.values()) (nodes.get(node.parentId ?? '')?.children ?? top).push(node)
  return top
}

/** The names from the top down to each unit. */
export function pathNames(units: readonly Placed[]): Map<string, string[]> {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  return new Map(units.map(unit => [unit.id, wayTo(unit, byId)]))
}

function wayTo(unit: Placed, byId: ReadonlyMap<string, Placed>): string[] {
  const names: string[] = []
  for (let at: Placed | undefined = unit; at; at = byId.get(at.parentId ?? '')) names.unshift(at.name)
  return names
}

/** The unit and all below it: where it cannot be moved to. */
export function subtreeIds(units: readonly Placed[], id: string): Set<string> {
  const found = new Set([id])
  const children = Map.groupBy(units, unit => unit.parentId)
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child.id)
  return found
}
