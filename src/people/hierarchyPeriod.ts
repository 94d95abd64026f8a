import type { UnitHierarchy } from './unitHierarchy.ts'
import type { Period } from './period.ts'

/** A period in which the unit hierarchy did not change, and the units whose answers count in it (null = all). */
export interface HierarchyPeriod {
  period: Period
  tree: UnitHierarchy
  units: string[] | null
}

/** A period, the units whose answers count in it (null = all), and the units that are excluded. */
export type PeriodScope = Pick<HierarchyPeriod, 'period' | 'units'> & { except?: readonly string[] }
