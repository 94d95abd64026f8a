import { AppError, badInput } from '../kit/errors.ts'
import { type CesRule, ces, cesRuleFor } from './ces.ts'
import { csat } from './csat.ts'
import { type Histogram, histogramOf, onScale, type Scale } from './histogram.ts'
import { mean } from './mean.ts'
import { nps } from './nps.ts'
import { npsChange } from './npsChange.ts'
import { npsCounts, npsScale } from './npsCounts.ts'

/** Ids of the metrics that the API and `metrics preview` compute. */
export const metricNames = ['nps', 'csat', 'ces', 'mean'] as const
export type MetricName = (typeof metricNames)[number]

/** The scale that is meant when none is named. */
const usualScale: Record<MetricName, Scale> = { nps: npsScale, csat: { min: 1, max: 5 }, ces: { min: 1, max: 7 }, mean: npsScale }

/**
 * One metric from bare answers: `{metric, values, compareTo?, scale?, boxes?, rule?}`; `null` = not answered, `compareTo` = the earlier
 * period (NPS). `scale`, `boxes` (top boxes) and `rule: "mean"` (CES) are for the metrics that have them.
 * Nobody answered: `{kind: 'none', n: 0, definition}`.
 * Throws AppError `bad_input` that names the place: "values[3] is 11. Answers are whole numbers from 0 to 10, or null …".
 */
export function metricsPreview(input: unknown) {
  const { metric, values, compareTo, scale, rule } = read(input)
  if (metric === 'csat') return csat(values, { scale, boxes: rule.kind === 'top' ? rule.boxes : 2 })
  if (metric === 'ces') return ces(values, rule)
  if (metric === 'mean') return mean(values, scale)
  const result = nps(values)
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
  return { metric, values, compareTo, scale, rule: ruleOf(input, metric, scale) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function scaleOf(given: unknown, metric: MetricName): Scale {
  if (given === undefined || given === null) return usualScale[metric]
  const { min, max } = isObject(given) ? given : {}
  if (!Number.isInteger(min) || !Number.isInteger(max) || !(Number(min) < Number(max))) {
    throw badInput('scale', 'scale must be {"min": a, "max": b} with whole numbers a < b.')
  }
  if (metric === 'nps' && (min !== npsScale.min || max !== npsScale.max)) throw badInput('scale', 'The scale of nps is 0 to 10.')
  return { min: Number(min), max: Number(max) }
}

function answers(given: unknown, name: string, scale: Scale): Histogram {
  if (!Array.isArray(given)) throw badInput(name, `${name} must be a list of answers, such as [10, 3, null].`)
  const wrong = given.findIndex(value => value !== null && !(typeof value === 'number' && onScale(value, scale)))
  if (wrong >= 0) {
    const shown = JSON.stringify(given[wrong])?.slice(0, 40)
    const message = `${name}[${wrong}] is ${shown}. Answers are whole numbers from ${scale.min} to ${scale.max}, or null for not answered.`
    throw badInput(`${name}.${wrong}`, message)
  }
  return histogramOf(given as (number | null)[])
}

function ruleOf({ boxes, rule }: Record<string, unknown>, metric: MetricName, scale: Scale): CesRule {
  if (rule === 'mean' && metric === 'ces') return { kind: 'mean', scale }
  if (rule !== undefined && !(rule === 'top' && metric === 'ces'))
    throw badInput('rule', 'rule is "top" or "mean", for ces only.')
  if (boxes === undefined) return metric === 'csat' ? { kind: 'top', scale, boxes: 2 } : cesRuleFor(scale)
  const most = scale.max - scale.min
  if (!Number.isInteger(boxes) || Number(boxes) < 1 || Number(boxes) > most) {
    throw badInput('boxes', `boxes must be a whole number from 1 to ${most}.`)
  }
  return { kind: 'top', scale, boxes: Number(boxes) }
}
