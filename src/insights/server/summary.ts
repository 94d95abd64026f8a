import { notFound } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { type UnitName, unitPath } from '../../people/server/units.ts'
import type { Histogram } from '../../responses/histogram.ts'
import { type Measure, measure } from '../../responses/measure.ts'
import { suppressed } from '../../responses/metric.ts'
import { scaleOf, valuesOf } from '../../surveys/question.ts'
import { changeBetween } from '../change.ts'
import type { Summary } from '../contract.ts'
import { type Bucket, bucketFor, bucketsOf, nextBucket, type Period } from '../period.ts'
import { countScopedAlerts } from './causeStore.ts'
import { countByBucket, countByUnit, type Counted, together } from './countStore.ts'
import { type Asked, measureFor, periodFor, surveyFor, unitsFor } from './scope.ts'
import { answersIn, branchesBelow, disclosureOf, unitRows } from './unitRows.ts'

/** In anonymous surveys no group smaller than this has a number. Elsewhere the same people may read every answer anyway. */
const smallest = (anonymous: boolean): number => (anonymous ? 5 : 1)

/** Everything that the first page of Insights shows, from rollups alone. */
export async function summarise(tx: Tx, asked: Asked): Promise<Summary> {
  const survey = await surveyFor(tx, asked.survey)
  const { question, measure: how } = measureFor(survey, asked)
  const { unit, units } = await unitsFor(tx, asked.unit)
  const { period, compared } = await periodFor(tx, survey.id, asked)
  const counted = { survey: survey.id, question: question.id }
  const k = smallest(survey.anonymous)
  const now = await countByUnit(tx, counted, period, units)
  const before = compared && (await countByUnit(tx, counted, compared, units))
  const responses = together((await countByUnit(tx, { ...counted, question: '' }, period, units)).values()).n
  const { branches, elsewhere } = await branchesBelow(tx, unit?.id ?? null, units, now, before)
  const hidden = unit ? await isHidden(tx, unit, counted, period, k) : false
  const all = together(now.values()).histogram
  const told = hidden || tooFew(all, k) ? undefined : { all, before: before && together(before.values()).histogram }
  const scale = scaleOf(question)!
  return {
    survey: { id: survey.id, name: survey.name, anonymous: survey.anonymous },
    question: { id: question.id, prompt: question.prompt || question.id, min: scale.min, max: scale.max },
    metric: how.metric,
    unit,
    above: unit ? (await unitPath(tx, unit.id)).slice(0, -1) : [],
    period,
    compared,
    score: told ? measure(told.all, how) : suppressed(measure(all, how).definition, k),
    before: told?.before ? measure(told.before, how) : null,
    change: told?.before ? changeBetween(how, told.before, told.all) : null,
    distribution: told ? valuesOf(scale).map(value => ({ value, n: told.all.get(value) ?? 0 })) : null,
    ...(await seriesOf(tx, counted, period, units, how, told ? k : Number.POSITIVE_INFINITY)),
    responses,
    alerts: await countScopedAlerts(tx, { survey: survey.id, period, units }),
    units: hidden ? [] : unitRows(branches, how, k),
    elsewhere: elsewhere.n,
  }
}

const sizeOf = (histogram: Histogram): number => [...histogram.values()].reduce((sum, n) => sum + n, 0)

const tooFew = (histogram: Histogram, k: number): boolean => sizeOf(histogram) > 0 && sizeOf(histogram) < k

/** A unit that is not shown among its siblings is not shown on its own either. */
async function isHidden(tx: Tx, unit: UnitName, counted: Counted, period: Period, k: number): Promise<boolean> {
  if (k <= 1) return false
  const parent = (await unitPath(tx, unit.id)).at(-2)?.id ?? null
  const { branches } = await branchesBelow(tx, parent, null, await countByUnit(tx, counted, period, null), null)
  const self = branches.find(({ id }) => id === unit.id)
  if (!self) throw notFound('unit')
  return answersIn(self) > 0 && disclosureOf(branches, k).hidden.some(({ key }) => key === unit.id)
}

async function seriesOf(
  tx: Tx,
  counted: Counted,
  period: Period,
  units: string[] | null,
  how: Measure,
  k: number,
): Promise<Pick<Summary, 'series' | 'bucket'>> {
  const bucket = bucketFor(period)
  const counts = await countByBucket(tx, counted, period, bucket, units)
  const end = await today(tx)
  const series = bucketsOf(period, bucket).map(at =>
    pointOf(at, counts.get(at) ?? new Map(), how, k, isUnfinished(at, bucket, end)),
  )
  return { bucket, series: series.slice(-400) }
}

const isUnfinished = (at: string, bucket: Bucket, today: string): boolean => nextBucket(at, bucket) > today

function pointOf(at: string, histogram: Histogram, how: Measure, k: number, unfinished: boolean): Summary['series'][number] {
  const score = measure(histogram, how)
  return { at, unfinished, score: tooFew(histogram, k) ? suppressed(score.definition, Number.isFinite(k) ? k : 5) : score }
}
