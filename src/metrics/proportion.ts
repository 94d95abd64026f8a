import type { DefinitionId } from './definition.ts'
import { defaultLevel, type Metric, none } from './metric.ts'
import { wilson } from './wilson.ts'

/** `count` of `n` as a metric, in fractions (0…1) or percent (0…100), with Wilson's interval. Throws RangeError unless 0 ≤ count ≤ n. */
export function proportion(
  definition: DefinitionId,
  count: number,
  n: number,
  { unit = 'fraction', level = defaultLevel }: { unit?: 'fraction' | 'percent'; level?: number } = {},
): Metric<{ count: number }> {
  if (n === 0 && count === 0) return none(definition)
  const interval = wilson(count, n, level)
  const times = unit === 'percent' ? 100 : 1
  return {
    kind: 'score',
    definition,
    unit,
    score: (times * count) / n,
    n,
    interval: { ...interval, low: times * interval.low, high: times * interval.high },
    count,
  }
}
