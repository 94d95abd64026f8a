import type { Tree } from './hierarchy.ts'
import type { Period } from './period.ts'

/** Days in which the hierarchy stood still, with whose answers count then; `units: null` = everybody's. */
export interface Stretch {
  period: Period
  tree: Tree
  units: string[] | null
}

/** Days, whose answers count in them (null: everybody's), and whose do not. */
export type Counted = Pick<Stretch, 'period' | 'units'> & { except?: readonly string[] }
