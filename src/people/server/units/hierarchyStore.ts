import type { Tx } from '../../../kit/server/db.ts'
import type { UnitName } from '../units.ts'
import type { Placement } from '../../unitHierarchy.ts'

/** Every unit by id, and every place it ever had. */
export async function readUnitsAndPlacements(tx: Tx): Promise<{ units: Map<string, UnitName>; placements: Placement[] }> {
  const [units, placements] = await Promise.all([
    tx.query<UnitName>({
      name: 'insights-units',
      text: 'select id, key, name from unit where org_id = $1 order by name, id',
      values: [tx.org],
    }),
    tx.query<Placement & Record<string, unknown>>({
      name: 'insights-placements',
      text: `select unit_id as "unitId", parent_id as "parentId", valid_from as from, valid_to as to from unit_placement where org_id = $1`,
      values: [tx.org],
    }),
  ])
  return { units: new Map(units.rows.map(unit => [unit.id, unit])), placements: placements.rows }
}
