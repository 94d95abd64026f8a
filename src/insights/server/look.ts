import type { Tx } from '../../kit/server/db.ts'
import { sumOf } from '../../responses/histogram.ts'
import type { Measure } from '../../responses/measure.ts'
import type { Question } from '../../surveys/question.ts'
import type { Bucket } from '../period.ts'
import type { Period } from '../../people/period.ts'
import { countByBucket, countByUnit, type Counted, type Counts, type Segment, together } from './countStore.ts'
import { type Place, placeFor, type Stretch } from '../../people/server/place.ts'
import { type Asked, measureFor, periodFor, segmentFor, type SurveyScope, surveyFor } from './scope.ts'

/** Everything that says which answers are looked at, worked out once. */
export interface Look {
  survey: SurveyScope
  question: Question
  measure: Measure
  place: Place
  period: Period
  compared: Period | null
  segment: Segment | null
  /** What is counted: the question's answers, of the segment. */
  counted: Counted
  now: Stretch[]
  before: Stretch[] | null
  /** No group smaller than this has a number. */
  smallest: number
}

/** In anonymous surveys no group smaller than this has a number. Elsewhere the same people may read every answer anyway. */
const smallestIn = ({ anonymous }: SurveyScope): number => (anonymous ? 5 : 1)

export async function lookAt(tx: Tx, asked: Asked): Promise<Look> {
  const survey = await surveyFor(tx, asked.survey)
  const { question, measure } = measureFor(survey, asked)
  const place = await placeFor(tx, asked)
  const { period, compared } = await periodFor(tx, survey.id, asked)
  const segment = segmentFor(asked)
  return {
    survey,
    question,
    measure,
    place,
    period,
    compared,
    segment,
    counted: { survey: survey.id, question: question.id, segment },
    now: place.stretches(period),
    before: compared && place.stretches(compared),
    smallest: smallestIn(survey),
  }
}

/** Answers by leaf unit, for each stretch. */
export const countStretches = (tx: Tx, counted: Counted, stretches: readonly Stretch[]): Promise<Map<string, Counts>[]> =>
  Promise.all(stretches.map(({ period, units }) => countByUnit(tx, counted, period, units)))

export const allOf = (counts: readonly ReadonlyMap<string, Counts>[]): Counts =>
  together(counts.flatMap(map => [...map.values()]))

/** Answers by day, week or month. A bucket in which a unit moved is put together from both sides. */
export async function countBuckets(tx: Tx, { counted, now, period }: Look, bucket: Bucket) {
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
