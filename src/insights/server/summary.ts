import type { Tx } from '../../kit/server/db.ts'
import { type Period, plusDays } from '../../people/period.ts'
import { today } from '../../people/server/today.ts'
import { batchesWithin } from '../../metrics/batches.ts'
import { type Histogram, sumOf } from '../../metrics/histogram.ts'
import { type MetricSettings, computeMetric } from '../../metrics/computeMetric.ts'
import { suppressed } from '../../metrics/metric.ts'
import { scaleOf, valuesOf } from '../../surveys/question.ts'
import { changeBetween } from '../../metrics/scoreChange.ts'
import type { Summary } from '../contract.ts'
import { changePartsOf } from '../../metrics/scoreChangeParts.ts'
import { type Bucket, bucketFor, bucketsOf, nextBucket } from '../trendBuckets.ts'
import { momentsOf, answerPointsOf } from '../../metrics/points.ts'
import { countScopedAlerts } from './causeStore.ts'
import { scopeOf } from './causes.ts'
import { allOf, countBuckets, countStretches, type Selection, selectAnswers, NEEDED } from './selection.ts'
import type { InsightQuery } from './insightQuery.ts'
import { branchesBelow, type ComparedGroup, unitRows } from './unitRows.ts'

/** Everything that the first page of Insights shows, from rollups alone. */
export async function summarise(tx: Tx, asked: InsightQuery): Promise<Summary> {
  const look = await selectAnswers(tx, asked)
  const responses = allOf(await countStretches(tx, { ...look.counted, question: '' }, look.now)).n
  const head = { ...headOf(look, asked), responses }
  return look.hidden ? { ...head, ...untold(look) } : { ...head, ...(await toldOf(tx, look)) }
}

type SummaryHeadKey = 'survey' | 'question' | 'metric' | 'unit' | 'above' | 'segment' | 'tree' | 'moved' | 'period' | 'compared'

function headOf(
  { survey, question, measure: how, place, ...look }: Selection,
  asked: InsightQuery,
): Pick<Summary, SummaryHeadKey> {
  const scale = scaleOf(question)!
  return {
    survey: { id: survey.id, name: survey.name, anonymous: survey.anonymous },
    question: { id: question.id, prompt: question.prompt || question.id, min: scale.min, max: scale.max },
    metric: how.metric,
    unit: place.unit,
    above: place.above,
    segment: look.segment,
    tree: survey.anonymous ? 'is' : (asked.tree ?? 'is'),
    moved: look.now.length > 1 || (look.before?.length ?? 1) > 1,
    period: look.period,
    compared: look.compared,
  }
}

type SummaryNumbers = Omit<Summary, SummaryHeadKey | 'responses'>

/** It would tell what a few people answered. */
const untold = ({ measure: how, period }: Selection): SummaryNumbers => ({
  score: suppressed(computeMetric(new Map(), how).definition, NEEDED),
  before: null,
  change: null,
  parts: null,
  distribution: null,
  series: [],
  bucket: bucketFor(period),
  alerts: null,
  units: [],
  elsewhere: 0,
})

async function toldOf(tx: Tx, look: Selection): Promise<SummaryNumbers> {
  const { question, measure: how, place } = look
  const now = await countStretches(tx, look.counted, look.now)
  const before = look.before && (await countStretches(tx, look.counted, look.before))
  const { branches, elsewhere } = branchesBelow(
    place,
    place.unit?.id ?? null,
    { stretches: look.now, counts: now },
    before && { stretches: look.before!, counts: before },
  )
  const all = allOf(now).histogram
  const past = before && allOf(before).histogram
  // Who is of one unit and of one segment would soon be one person.
  const byUnit = look.batches === null || look.segment === null
  return {
    score: computeMetric(all, how),
    before: past && computeMetric(past, how),
    change: past && changeBetween(how, past, all),
    parts: past && byUnit ? partsBetween([...branches, elsewhere], how, look.hiddenUnits) : null,
    distribution: valuesOf(scaleOf(question)!).map(value => ({ value, n: all.get(value) ?? 0 })),
    ...(await seriesOf(tx, look)),
    alerts: byUnit ? await countScopedAlerts(tx, scopeOf(look)) : null,
    units: byUnit ? unitRows(branches, how, NEEDED, look.hiddenUnits) : [],
    elsewhere: byUnit && !look.hiddenUnits.has('') ? elsewhere.now.n : 0,
  }
}

/** How much of the change comes from who answered, and how much from each unit; those that may not be shown are told together. */
function partsBetween(
  groups: readonly (ComparedGroup & { name?: string })[],
  how: MetricSettings,
  hidden: ReadonlyMap<string, unknown>,
): Summary['parts'] {
  const points = answerPointsOf(how)
  const side = (histogram: Histogram) => {
    const { n, mean } = momentsOf(histogram, points)
    return { n, score: n > 0 ? mean : null }
  }
  const named = groups.filter(({ id }) => id !== '' && !hidden.has(id))
  const unnamed = groups.filter(group => !named.includes(group))
  const merged: ComparedGroup = {
    id: '',
    now: { n: 0, histogram: sumOf(unnamed.map(({ now }) => now.histogram)) },
    before: { n: 0, histogram: sumOf(unnamed.map(({ before }) => before?.histogram ?? new Map())) },
  }
  const told = changePartsOf(
    [...named, merged].map(({ id, now, before }) => ({
      group: id,
      before: side(before?.histogram ?? new Map()),
      after: side(now.histogram),
    })),
    new Set(['']),
  )
  const names = new Map(groups.map(({ id, name }) => [id, name ?? null]))
  return told && { ...told, parts: told.parts.map(part => ({ ...part, name: (part.id && names.get(part.id)) ?? null })) }
}

async function seriesOf(tx: Tx, look: Selection): Promise<Pick<Summary, 'series' | 'bucket'>> {
  if (look.batches) return { bucket: 'batch', series: await batchSeries(tx, look, look.batches) }
  const bucket = bucketFor(look.period)
  const counts = await countBuckets(tx, look, bucket)
  const end = await today(tx)
  const series = bucketsOf(look.period, bucket).map(at => ({
    at,
    to: plusDays(nextBucket(at, bucket), -1),
    unfinished: isUnfinished(at, bucket, end),
    score: computeMetric(counts.get(at) ?? new Map(), look.measure),
  }))
  return { bucket, series: series.slice(-MOST_POINTS) }
}

const MOST_POINTS = 400

/** An anonymous survey is told batch by batch: so many answers together that nobody stands out. */
async function batchSeries(tx: Tx, look: Selection, batches: readonly Period[]): Promise<Summary['series']> {
  const counts = await countBuckets(tx, look, 'day')
  return batchesWithin(batches, look.period.from, look.period.to)
    .slice(-MOST_POINTS)
    .map(({ from, to }) => {
      const its = [...counts].filter(([day]) => from <= day && day <= to).map(([, histogram]) => histogram)
      return { at: from, to, unfinished: false, score: computeMetric(sumOf(its), look.measure) }
    })
}

const isUnfinished = (at: string, bucket: Bucket, today: string): boolean => nextBucket(at, bucket) > today
