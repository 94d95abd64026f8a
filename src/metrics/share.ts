import { defaultLevel, type Metric } from './metric.ts'
import { proportion } from './proportion.ts'

/**
 * Alerts with a cause ÷ alerts with any cause, as a fraction with Wilson's interval. An alert counts once for each of its causes, so
 * shares of overlapping causes add up to more than one.
 */
export const causeShare = (withCause: number, withAnyCause: number, level = defaultLevel): Metric<{ count: number }> =>
  proportion('cause-share@1', withCause, withAnyCause, { level })
