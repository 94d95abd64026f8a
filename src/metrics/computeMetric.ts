import { badInput } from '../kit/errors.ts'
import { isScored, type QuestionKind, type Question, scaleOf } from '../surveys/question.ts'
import type { Band } from './bands.ts'
import { type CesRule, ces, cesRuleFor } from './ces.ts'
import { csat } from './csat.ts'
import type { Histogram, ScaleRange } from './histogram.ts'
import { mean } from './mean.ts'
import { nps } from './nps.ts'
import { npsScale } from './npsCounts.ts'

/** Ids of the metrics that the API and `metrics preview` compute. */
export const metricNames = ['nps', 'csat', 'ces', 'mean'] as const
export type MetricName = (typeof metricNames)[number]

/** How a metric is counted, stored with it: the scale of the question, how many top boxes, effort as a mean or by top boxes. */
export interface MetricSettings {
  metric: MetricName
  scale: ScaleRange
  /** Top boxes for csat (2 unless told) and ces (2 or 3 by scale). */
  boxes?: number
  /** For ces; top boxes unless told. */
  rule?: 'top' | 'mean'
  bands?: readonly Band[]
  level?: number
}

/** One metric from counted answers: what page, API, export and preview all call. Throws RangeError for an answer off the scale. */
export function computeMetric(histogram: Histogram, { metric, scale, boxes, rule, bands, level }: MetricSettings) {
  switch (metric) {
    case 'nps':
      return nps(histogram, { level, bands })
    case 'csat':
      return csat(histogram, { scale, boxes: boxes ?? 2 }, level)
    case 'ces':
      return ces(histogram, cesRule(scale, rule, boxes), level)
    case 'mean':
      return mean(histogram, scale, { level })
  }
}

function cesRule(scale: ScaleRange, rule: MetricSettings['rule'], boxes: number | undefined): CesRule {
  if (rule === 'mean') return { kind: 'mean', scale }
  return boxes === undefined ? cesRuleFor(scale) : { kind: 'top', scale, boxes }
}

const usual: Partial<Record<QuestionKind, MetricName>> = { nps: 'nps', csat: 'csat', ces: 'ces', rating: 'mean' }

/** The metric that a question is asked for; undefined where answers are no single number. */
export const usualMetric = ({ kind }: Pick<Question, 'kind'>): MetricName | undefined => usual[kind]

/**
 * The first question of a questionnaire that a metric can be computed of: one of its own kind, else any on a fitting scale.
 */
export const questionFor = (metric: MetricName, questions: readonly Question[]): Question | undefined =>
  questions.find(question => usualMetric(question) === metric) ??
  questions.find(question => whyNotComputable(metric, question) === null)

/** Why this metric cannot be computed of this question, in words; null when it can. */
export function whyNotComputable(metric: MetricName, question: Question): string | null {
  const scale = scaleOf(question)
  if (!isScored(question) || !scale) return `“${question.id}” is not answered with one number.`
  if (metric === 'nps' && (scale.min !== npsScale.min || scale.max !== npsScale.max)) {
    return `NPS needs answers from 0 to 10; “${question.id}” is answered from ${scale.min} to ${scale.max}.`
  }
  return null
}

/** The measure of a question. Throws AppError `bad_input` where the two do not fit. */
export function metricSettingsOf(
  metric: MetricName,
  question: Question,
  more: Partial<Omit<MetricSettings, 'metric' | 'scale'>> = {},
): MetricSettings {
  const reason = whyNotComputable(metric, question)
  if (reason) throw badInput('question', reason)
  const { min, max } = scaleOf(question)!
  return { ...more, metric, scale: { min, max } }
}
