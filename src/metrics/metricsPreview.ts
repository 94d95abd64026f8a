import { AppError, badInput } from '../kit/errors.ts'
import { type Histogram, histogramOf, onScale, type ScaleRange } from './histogram.ts'
import { type MetricName, computeMetric, metricNames } from './computeMetric.ts'
import { npsChange } from './npsChange.ts'
import { npsCounts, npsScale } from './npsCounts.ts'

/** The scale that is meant when none is named. */
const usualScale: Record<MetricName, ScaleRange> = {
  nps: npsScale,
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
  mean: npsScale,
}

/**
 * One metric from bare answers: `{metric, values, compareTo?, scale?, boxes?, rule?}`; `null` = not answered, `compareTo` = the earlier
 * period (NPS). `scale`, `boxes` (top boxes) and `rule: "mean"` (CES) are for the metrics that have them.
 * Nobody answered: `{kind: 'none', n: 0, definition}`.
 * Throws AppError `bad_input` that names the place: "values[3] is 11. Answers are whole numbers from 0 to 10, or null …".
 */
export function metricsPreview(input: unknown) {
  const { values, compareTo, ...how } = read(input)
  const result = computeMetric(values, how)
  const change = compareTo && npsChange(npsCounts(compareTo), npsCounts(values))
  return change && result.kind === 'score' ? { ...result, change } : result
}

function read(input: unknown) {
  if (!isObject(input))
    throw new AppError('bad_input', 'Give one JSON object, such as {"metric": "nps", "values": [10, 3, null]}.')
  const metric = metricNames.find(name => name === input.metric)
  if (!metric) throw badInput('metric', `metric must be one of ${metricNames.join(', ')}.`)
  const scale = scaleOf(input.scale, metric)
  const values = answers(input.values, 'values', scale)
  const compareTo =
    input.compareTo === undefined || input.compareTo === null ? undefined : answers(input.compareTo, 'compareTo', scale)
  if (compareTo && metric !== 'nps') throw badInput('compareTo', 'compareTo is for nps only.')
  return { metric, scale, values, compareTo, boxes: boxesOf(input.boxes, scale), rule: ruleOf(input.rule, metric) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function scaleOf(given: unknown, metric: MetricName): ScaleRange {
  if (given === undefined || given === null) return usualScale[metric]
  const { min, max } = isObject(given) ? given : {}
  if (!Number.isInteger(min) || !Number.isInteger(max) || !(Number(min) < Number(max))) {
    throw badInput('scale', 'scale must be {"min": a, "max": b} with whole numbers a < b.')
  }
  if (metric === 'nps' && (min !== npsScale.min || max !== npsScale.max)) throw badInput('scale', 'The scale of nps is 0 to 10.')
  return { min: Number(min), max: Number(max) }
}

function answers(given: unknown, name: string, scale: ScaleRange): Histogram {
  if (!Array.isArray(given)) throw badInput(name, `${name} must be a list of answers, such as [10, 3, null].`)
  const wrong = given.findIndex(value => value !== null && !(typeof value === 'number' && onScale(value, scale)))
  if (wrong >= 0) {
    const shown = JSON.stringify(given[wrong])?.slice(0, 40)
    const message = `${name}[${wrong}] is ${shown}. Answers are whole numbers from ${scale.min} to ${scale.max}, or null for not answered.`
    throw badInput(`${name}.${wrong}`, message)
  }
  return histogramOf(given as (number | null)[])
}

function ruleOf(given: unknown, metric: MetricName): 'top' | 'mean' | undefined {
  if (given === undefined || given === null) return undefined
  if (metric === 'ces' && (given === 'top' || given === 'mean')) return given
  throw badInput('rule', 'rule is "top" or "mean", for ces only.')
}

function boxesOf(given: unknown, { min, max }: ScaleRange): number | undefined {
  if (given === undefined || given === null) return undefined
  const boxes = Number(given)
  if (typeof given === 'number' && Number.isInteger(boxes) && boxes >= 1 && boxes <= max - min) return boxes
  throw badInput('boxes', `boxes must be a whole number from 1 to ${max - min}.`)
}
