import type { Histogram } from './histogram.ts'
import type { MetricSettings } from './computeMetric.ts'
import { cesRuleFor } from './ces.ts'
import { isDetractor, isPromoter } from './npsCounts.ts'

/** What one answer adds to a score that is a mean over answers: −100, 0 or 100 for NPS, 0 or 100 for top boxes, itself for a mean. */
export type AnswerPoints = (answer: number) => number

export function answerPointsOf({ metric, scale, boxes, rule }: MetricSettings): AnswerPoints {
  if (metric === 'nps') return answer => (isPromoter(answer) ? 100 : isDetractor(answer) ? -100 : 0)
  if (metric === 'mean' || (metric === 'ces' && rule === 'mean')) return answer => answer
  const usual = metric === 'csat' ? 2 : topBoxesFor(scale)
  return answer => (answer > scale.max - (boxes ?? usual) ? 100 : 0)
}

function topBoxesFor(scale: MetricSettings['scale']): number {
  const rule = cesRuleFor(scale)
  return rule.kind === 'top' ? rule.boxes : 2
}

export interface Moments {
  n: number
  mean: number
  /** With n − 1 below; 0 for one answer. */
  variance: number
}

export function momentsOf(histogram: Histogram, points: AnswerPoints): Moments {
  let n = 0
  let sum = 0
  for (const [answer, count] of histogram) {
    n += count
    sum += count * points(answer)
  }
  const mean = sum / n
  let squares = 0
  for (const [answer, count] of histogram) squares += count * (points(answer) - mean) ** 2
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 }
}
