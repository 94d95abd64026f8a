import { type TopBoxRule, topBoxes } from './csat.ts'
import { countOf, type Histogram, type ScaleRange } from './histogram.ts'
import { mean } from './mean.ts'
import { defaultLevel, type Metric } from './metric.ts'
import { proportion } from './proportion.ts'

/** Stored with the metric. High values mean little effort ("made it easy for me"). */
export type CesRule = ({ kind: 'top' } & TopBoxRule) | { kind: 'mean'; scale: ScaleRange }

/** Top three boxes of a scale of seven or more, top two of a shorter one. */
export const cesRuleFor = (scale: ScaleRange): CesRule => ({ kind: 'top', scale, boxes: scale.max - scale.min >= 6 ? 3 : 2 })

export const defaultCesRule: CesRule = cesRuleFor({ min: 1, max: 7 })

/**
 * Customer effort score by its stored rule: top boxes in percent with Wilson's interval, or the mean in steps of the scale with a t interval.
 * Nobody answered: no score. Throws RangeError for an answer off the scale.
 */
export function ces(histogram: Histogram, rule = defaultCesRule, level = defaultLevel): Metric<{ rule: CesRule }> {
  const metric =
    rule.kind === 'mean'
      ? mean(histogram, rule.scale, { level, definition: 'ces-mean@1' })
      : proportion('ces-top@1', topBoxes(histogram, rule), countOf(histogram), { unit: 'percent', level })
  return metric.kind === 'score' ? { ...metric, rule } : metric
}
