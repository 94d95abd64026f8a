import { badInput, notFound } from '../../../kit/errors.ts'
import { isId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { today } from '../today.ts'
import { findUnit, findUnitByKey, type UnitName, visibleUnits } from '../units.ts'
import type { Period } from '../../period.ts'
import { hierarchyPeriodsOf, subtree, visibleChildrenOf, type UnitHierarchy, unitHierarchyOn } from '../../unitHierarchy.ts'
import { readUnitsAndPlacements } from './hierarchyStore.ts'
import type { PeriodScope, HierarchyPeriod } from '../../hierarchyPeriod.ts'

/** The scope of a query: one unit or the whole organisation, in the hierarchy of each day (`was`) or of today (`is`). */
export interface UnitScope {
  unit: UnitName | null
  /** From the root down to the unit, itself left out. */
  above: UnitName[]
  /** Units that the caller may see; null = all. */
  visible: string[] | null
  names: ReadonlyMap<string, UnitName>
  stretches(period: Period): HierarchyPeriod[]
  /** The hierarchy of today. (The comment today stands over a field that it does not describe.) */
  tree: UnitHierarchy
}

export interface UnitScopeQuery {
  /** By id or key. */
  unit?: string | undefined
  tree?: 'is' | 'was' | undefined
  /** As it was: only while the unit stood right below this one (`top`: at the top). */
  under?: string | undefined
}

export async function readUnitScope(tx: Tx, { unit: wanted, tree: how = 'is', under }: UnitScopeQuery): Promise<UnitScope> {
  const visible = await visibleUnits(tx)
  const unit = wanted ? await requireVisibleUnit(tx, wanted, visible) : null
  const { units: names, placements } = await readUnitsAndPlacements(tx)
  const now = unitHierarchyOn(placements, await today(tx))
  const seen = visible && new Set(visible)
  const unitsOf = (tree: UnitHierarchy): string[] | null => {
    if (!unit) return visible
    if (under && how === 'was' && !visibleChildrenOf(tree, under === 'top' ? null : under, visible).includes(unit.id)) return []
    const below = subtree(tree, unit.id)
    return seen ? below.filter(id => seen.has(id)) : below
  }
  return {
    unit,
    above: unit ? aboveOf(unit.id, now, names) : [],
    visible,
    names,
    tree: now,
    stretches: period =>
      (how === 'was' ? hierarchyPeriodsOf(placements, period) : [period]).map(period => {
        const tree = how === 'was' ? unitHierarchyOn(placements, period.from) : now
        return { period, tree, units: unitsOf(tree) }
      }),
  }
}

/** Whose answers count at any time; null = everybody's. */
export const unitIdsOf = (stretches: readonly HierarchyPeriod[]): string[] | null =>
  stretches.some(({ units }) => units === null) ? null : [...new Set(stretches.flatMap(({ units }) => units ?? []))]

/**
 * The stretches without some of their units and all below them: those right below the place (`below`), or those whose ids are given,
 * joined by commas.
 */
export function excludeUnits({ unit, visible }: UnitScope, stretches: readonly HierarchyPeriod[], except: string): PeriodScope[] {
  const ids = except === 'below' ? null : except.split(',')
  if (ids?.some(id => !isId(id))) throw badInput('except', 'Write `below`, or ids of units joined by commas.')
  return stretches.map(({ tree, ...stretch }) => ({
    ...stretch,
    except: (ids ?? visibleChildrenOf(tree, unit?.id ?? null, visible)).flatMap(id => subtree(tree, id)),
  }))
}

async function requireVisibleUnit(tx: Tx, wanted: string, visible: readonly string[] | null): Promise<UnitName> {
  const unit = isId(wanted) ? await findUnit(tx, wanted) : await findUnitByKey(tx, wanted)
  if (!unit || (visible && !visible.includes(unit.id))) throw notFound('unit')
  return unit
}

function aboveOf(id: string, tree: UnitHierarchy, names: ReadonlyMap<string, UnitName>): UnitName[] {
  const above: UnitName[] = []
  for (let at = tree.parentOf.get(id); at && above.length < 100; at = tree.parentOf.get(at)) above.unshift(names.get(at)!)
  return above
}
