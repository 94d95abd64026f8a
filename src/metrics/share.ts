import { defaultLevel, type Metric } from './metric.ts'
import { proportion } from './proportion.ts'

export interface CauseShare {
  cause: string
  /** Alerts that carry the cause. */
  n: number
  share: Metric<{ count: number }>
}

/**
 * Per cause: alerts with it ÷ alerts with any cause, as a fraction with Wilson's interval; the largest share first.
 * An alert counts once for each of its causes, so shares of overlapping causes add up to more than one.
 */
export function causeShares(alerts: Iterable<{ causes: readonly string[] }>, level = defaultLevel): CauseShare[] {
  const counts = new Map<string, number>()
  let explained = 0
  for (const { causes } of alerts) {
    if (causes.length > 0) explained += 1
    for (const cause of new Set(causes)) counts.set(cause, (counts.get(cause) ?? 0) + 1)
  }
  return [...counts]
    .map(([cause, n]) => ({ cause, n, share: causeShare(n, explained, level) }))
    .sort((a, b) => b.n - a.n || (a.cause < b.cause ? -1 : 1))
}

/** One cause from counts that the database made. */
export const causeShare = (withCause: number, withAnyCause: number, level = defaultLevel): Metric<{ count: number }> =>
  proportion('cause-share@1', withCause, withAnyCause, { level })
