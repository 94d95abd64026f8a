import type { DefinitionId } from './definition.ts'

/** What a score is counted in: NPS points (−100…100), percent (0…100), a fraction (0…1), steps of the question's scale, or the caller's unit of time. */
export type MetricUnit = 'points' | 'percent' | 'fraction' | 'scale' | 'time'

export interface Interval {
  low: number
  high: number
  /** Confidence level, e.g. 0.95. */
  level: number
  method: string
}

export type ScoreMetric<More = unknown> = {
  kind: 'score'
  definition: DefinitionId
  unit: MetricUnit
  score: number
  n: number
  interval: Interval
} & More

/** Nobody answered: there is no number, not even a zero. */
export interface None {
  kind: 'none'
  definition: DefinitionId
  n: 0
}

/** There is a number, but too few answers stand behind it. What may not be shown has no value field at all. */
export interface Suppressed {
  kind: 'suppressed'
  definition: DefinitionId
  /** How many answers are needed before it may be shown. */
  needed: number
}

/** Every number that the product shows: it travels with its n, its interval and its definition. */
export type Metric<More = unknown> = ScoreMetric<More> | None | Suppressed

export const none = (definition: DefinitionId): None => ({ kind: 'none', definition, n: 0 })

export const suppressed = (definition: DefinitionId, needed: number): Suppressed => ({ kind: 'suppressed', definition, needed })

export const defaultLevel = 0.95
