import type { Tx } from '../../kit/server/db.ts'
import type { Period } from '../../people/period.ts'
import { type UnitScope, readUnitScope } from '../../people/server/units/unitScope.ts'
import type { HierarchyPeriod } from '../../people/hierarchyPeriod.ts'
import { SMALLEST_GROUP, type SuppressionReason } from '../../metrics/disclosurePlan.ts'
import { batchesWithin } from '../../metrics/batches.ts'
import { sumOf } from '../../metrics/histogram.ts'
import type { MetricSettings } from '../../metrics/computeMetric.ts'
import { type DisclosedGroups, disclosedGroupsIn } from '../../responses/server/numbers/disclosedGroups.ts'
import type { Question } from '../../surveys/question.ts'
import type { Bucket } from '../trendBuckets.ts'
import {
  countByBucket,
  countByUnit,
  type CountedAnswers,
  type AnswerCounts,
  type SegmentValue,
  sumCounts,
} from './scoreCountStore.ts'
import { type InsightQuery, measureFor, periodFor, segmentFor, type MeasuredSurvey, surveyFor } from './insightQuery.ts'

/** Everything that says which answers are looked at, worked out once. */
export interface Selection {
  survey: MeasuredSurvey
  question: Question
  measure: MetricSettings
  place: UnitScope
  period: Period
  compared: Period | null
  segment: SegmentValue | null
  /** What is counted: the question's answers, of the segment. */
  counted: CountedAnswers
  now: HierarchyPeriod[]
  before: HierarchyPeriod[] | null
  /** It would tell what a few people answered: no number of it is told. */
  hidden: boolean
  /** Units right below that may not be told, and values of segments. */
  hiddenUnits: ReadonlyMap<string, SuppressionReason>
  hiddenValues: DisclosedGroups['segments']
  /** Of an anonymous survey: what every time is made of. */
  batches: readonly Period[] | null
}

/** No group smaller than this has a number, where the survey is anonymous. Elsewhere the same people may read every answer anyway. */
export const NEEDED = SMALLEST_GROUP

export async function selectAnswers(tx: Tx, asked: InsightQuery): Promise<Selection> {
  const survey = await surveyFor(tx, asked.survey)
  const { question, measure } = measureFor(survey, asked)
  // One hierarchy only: what is told by two of them tells what moved between.
  const place = await readUnitScope(tx, survey.anonymous ? { unit: asked.unit } : asked)
  const segment = segmentFor(asked)
  const wanted = await periodFor(tx, survey.id, asked)
  const told = survey.anonymous ? await disclosedGroupsIn(tx, survey.id, question.id, place) : everything
  const period = told && wholeBatches(told.batches, wanted.period)
  const compared = told && wanted.compared && wholeBatches(told.batches, wanted.compared)
  return {
    survey,
    question,
    measure,
    place,
    period: period ?? wanted.period,
    compared,
    segment,
    counted: { survey: survey.id, question: question.id, segment },
    now: place.stretches(period ?? wanted.period),
    before: compared && place.stretches(compared),
    hidden: !period || isHidden(told, segment),
    hiddenUnits: told?.units ?? new Map(),
    hiddenValues: told?.segments ?? null,
    batches: told && told.batches,
  }
}

/** What may be told of a survey that is not anonymous. */
const everything = {
  batches: null,
  units: new Map<string, SuppressionReason>(),
  segments: new Map<string, Map<string, SuppressionReason>>(),
}

function wholeBatches(batches: readonly Period[] | null, { from, to }: Period): Period | null {
  if (!batches) return { from, to }
  const its = batchesWithin(batches, from, to)
  return its.length === 0 ? null : { from: its[0]!.from, to: its.at(-1)!.to }
}

function isHidden({ segments }: Pick<DisclosedGroups, 'segments'>, segment: SegmentValue | null): boolean {
  return segment !== null && (segments === null || (segments.get(segment.key)?.has(segment.value) ?? false))
}

/** Answers by leaf unit, for each stretch. */
export const countStretches = (
  tx: Tx,
  counted: CountedAnswers,
  stretches: readonly HierarchyPeriod[],
): Promise<Map<string, AnswerCounts>[]> =>
  Promise.all(stretches.map(({ period, units }) => countByUnit(tx, counted, period, units)))

export const allOf = (counts: readonly ReadonlyMap<string, AnswerCounts>[]): AnswerCounts =>
  sumCounts(counts.flatMap(map => [...map.values()]))

/** Answers by day, week or month. A bucket in which a unit moved is put together from both sides. */
export async function countBuckets(tx: Tx, { counted, now, period }: Selection, bucket: Bucket) {
  const everybody = now.every(({ units }) => units === null)
  const parts = everybody
    ? [await countByBucket(tx, counted, period, bucket, null)]
    : await Promise.all(now.map(({ period, units }) => countByBucket(tx, counted, period, bucket, units)))
  const pairs = Map.groupBy(
    parts.flatMap(part => [...part]),
    ([at]) => at,
  )
  return new Map([...pairs].map(([at, found]) => [at, sumOf(found.map(([, histogram]) => histogram))]))
}
