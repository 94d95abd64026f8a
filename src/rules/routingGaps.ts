import { decideOwner, type RoutingFacts, type Owner, type PathStep } from '../routing/routing.ts'
import type { RouteStep } from '../routing/route.ts'

export interface PlacedUnit {
  id: string
  name: string
  parent: string | null
  managers: readonly Owner[]
}

export interface RoutingGap {
  rule: string
  unit: string
  path: PathStep[]
}

/**
 * Where alerts have nobody of their own: for every rule and unit, does the route end with the organisation's owner only because nobody else is
 * there? Taken at its worst: a customer without account or segment, calendars closed. Who is merely away does not count;
 * who has left does.
 */
export function routingGapsOf(
  rules: readonly { id: string; route: readonly RouteStep[] }[],
  units: readonly PlacedUnit[],
  around: Pick<RoutingFacts, 'named' | 'teams' | 'calendars' | 'gone' | 'organisationOwner'>,
): RoutingGap[] {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const worst = { ...around, account: null, away: new Map<string, never>(), segments: {}, language: null }
  return rules.flatMap(({ id: rule, route }) =>
    units.flatMap(unit => {
      const { path } = decideOwner(route, { ...worst, chain: chainOf(unit, byId) })
      return path.at(-1)?.fallback ? [{ rule, unit: unit.id, path }] : []
    }),
  )
}

// A circle cannot be stored; should there be one, each unit is passed once.
function chainOf(unit: PlacedUnit, byId: ReadonlyMap<string, PlacedUnit>): RoutingFacts['chain'] {
  const passed = new Set<PlacedUnit>()
  for (let at: PlacedUnit | undefined = unit; at && !passed.has(at); at = at.parent ? byId.get(at.parent) : undefined)
    passed.add(at)
  return [...passed].map(({ name, managers }) => ({ unit: name, managers }))
}
