import { notFound } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { findUnit, findUnitByKey, type UnitName, visibleUnits } from '../../people/server/units.ts'
import type { Period } from '../period.ts'
import { stretchesOf, subtree, type Tree, treeOn } from '../tree.ts'
import { readTree } from './treeStore.ts'

/** Days in which the hierarchy stood still, with whose answers count then; `units: null` = everybody's. */
export interface Stretch {
  period: Period
  tree: Tree
  units: string[] | null
}

/** Where one looks: a unit or everything, with the hierarchy as it was on each day or as it is today. */
export interface Place {
  unit: UnitName | null
  /** From the root down to the unit, itself left out. */
  above: UnitName[]
  /** Units that the caller may see; null = all. */
  visible: string[] | null
  names: ReadonlyMap<string, UnitName>
  stretches(period: Period): Stretch[]
  /** The same place one level up, as a unit's siblings are looked at. */
  tree: Tree
}

export async function placeFor(tx: Tx, wanted: string | undefined, how: 'is' | 'was' = 'is'): Promise<Place> {
  const visible = await visibleUnits(tx)
  const unit = wanted ? await unitNamed(tx, wanted, visible) : null
  const { units: names, placements } = await readTree(tx)
  const now = treeOn(placements, await today(tx))
  const seen = visible && new Set(visible)
  const unitsOf = (tree: Tree): string[] | null => {
    if (!unit) return visible
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
      (how === 'was' ? stretchesOf(placements, period) : [period]).map(period => {
        const tree = how === 'was' ? treeOn(placements, period.from) : now
        return { period, tree, units: unitsOf(tree) }
      }),
  }
}

async function unitNamed(tx: Tx, wanted: string, visible: readonly string[] | null): Promise<UnitName> {
  const unit = isId(wanted) ? await findUnit(tx, wanted) : await findUnitByKey(tx, wanted)
  if (!unit || (visible && !visible.includes(unit.id))) throw notFound('unit')
  return unit
}

function aboveOf(id: string, tree: Tree, names: ReadonlyMap<string, UnitName>): UnitName[] {
  const above: UnitName[] = []
  for (let at = tree.parentOf.get(id); at && above.length < 100; at = tree.parentOf.get(at)) above.unshift(names.get(at)!)
  return above
}
