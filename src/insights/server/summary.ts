import type { Tx } from '../../kit/server/db.ts'
import { today } from '../../people/server/today.ts'
import { suppressSmallGroups } from '../../responses/disclosure.ts'
import { countOf, type Histogram, sumOf } from '../../responses/histogram.ts'
import { type Measure, measure } from '../../responses/measure.ts'
import { suppressed } from '../../responses/metric.ts'
import { scaleOf, valuesOf } from '../../surveys/question.ts'
import { changeBetween } from '../change.ts'
import type { Summary } from '../contract.ts'
import { partsOf } from '../parts.ts'
import { type Bucket, bucketFor, bucketsOf, nextBucket } from '../period.ts'
import { momentsOf, pointsOf } from '../points.ts'
import { countScopedAlerts } from './causeStore.ts'
import { allOf, countBuckets, countStretches, type Look, lookAt } from './look.ts'
import type { Asked } from './scope.ts'
import { segmentIsHidden } from './segments.ts'
import { type Branch, branchesBelow, type Group, hiddenOf, unitRows } from './unitRows.ts'

/** Everything that the first page of Insights shows, from rollups alone. */
export async function summarise(tx: Tx, asked: Asked): Promise<Summary> {
  const look = await lookAt(tx, asked)
  const { survey, question, measure: how, place, smallest: k } = look
  const [now, before, responses] = await Promise.all([
    countStretches(tx, look.counted, look.now),
    look.before && countStretches(tx, look.counted, look.before),
    countStretches(tx, { ...look.counted, question: '' }, look.now),
  ])
  const { branches, elsewhere } = branchesBelow(
    place,
    place.unit?.id ?? null,
    { stretches: look.now, counts: now },
    before && { stretches: look.before!, counts: before },
  )
  const all = allOf(now).histogram
  const past = before && allOf(before).histogram
  const hidden = await isHidden(tx, look)
  const told = !hidden && !tooFew(all, k)
  const comparable = told && past !== null && !tooFew(past, k)
  const hiddenUnits = hiddenOf(branches, k, look.segment && k > 1 ? await withoutSegment(tx, look) : undefined)
  const scale = scaleOf(question)!
  return {
    survey: { id: survey.id, name: survey.name, anonymous: survey.anonymous },
    question: { id: question.id, prompt: question.prompt || question.id, min: scale.min, max: scale.max },
    metric: how.metric,
    unit: place.unit,
    above: place.above,
    segment: look.segment,
    tree: asked.tree ?? 'is',
    moved: look.now.length > 1 || (look.before?.length ?? 1) > 1,
    period: look.period,
    compared: look.compared,
    score: told ? measure(all, how) : suppressed(measure(all, how).definition, k),
    before: comparable ? measure(past, how) : null,
    change: comparable ? changeBetween(how, past, all) : null,
    parts: comparable ? partsBetween([...branches, elsewhere], how, k, hiddenUnits) : null,
    distribution: told ? valuesOf(scale).map(value => ({ value, n: all.get(value) ?? 0 })) : null,
    ...(await seriesOf(tx, look, told)),
    responses: allOf(responses).n,
    alerts: await countScopedAlerts(tx, { survey: survey.id, stretches: look.now, segment: look.segment }),
    units: hidden ? [] : unitRows(branches, how, k, hiddenUnits),
    elsewhere: elsewhere.now.n,
  }
}

const tooFew = (histogram: Histogram, k: number): boolean => countOf(histogram) > 0 && countOf(histogram) < k

/** What is not shown among its siblings, a unit or a segment, is not shown on its own either. */
async function isHidden(tx: Tx, look: Look): Promise<boolean> {
  const { place, smallest: k, counted } = look
  if (k <= 1) return false
  if (look.segment && (await segmentIsHidden(tx, look, look.segment))) return true
  if (!place.unit) return false
  const parent = place.above.at(-1)?.id ?? null
  const stretches = look.now.map(stretch => ({ ...stretch, units: null }))
  const counts = await countStretches(tx, { ...counted, segment: null }, stretches)
  const { branches } = branchesBelow({ ...place, visible: null }, parent, { stretches, counts }, null)
  return hiddenOf(branches, k).has(place.unit.id)
}

/** The same units with everybody's answers: what is left outside of the segment must not be too few either. */
async function withoutSegment(tx: Tx, look: Look): Promise<Branch[]> {
  const counted = { ...look.counted, segment: null }
  const [now, before] = [
    await countStretches(tx, counted, look.now),
    look.before && (await countStretches(tx, counted, look.before)),
  ]
  return branchesBelow(
    look.place,
    look.place.unit?.id ?? null,
    { stretches: look.now, counts: now },
    before && { stretches: look.before!, counts: before },
  ).branches
}

/** How much of the change comes from who answered, and how much from each unit; those that may not be shown are told together. */
function partsBetween(
  groups: readonly (Group & { name?: string })[],
  how: Measure,
  k: number,
  hidden: ReadonlyMap<string, unknown>,
): Summary['parts'] {
  const points = pointsOf(how)
  const side = (histogram: Histogram) => {
    const { n, mean } = momentsOf(histogram, points)
    return { n, score: n > 0 ? mean : null }
  }
  const named = groups.filter(({ id }) => id !== '' && !hidden.has(id))
  const unnamed = groups.filter(group => !named.includes(group))
  const merged: Group = {
    id: '',
    now: { n: 0, histogram: sumOf(unnamed.map(({ now }) => now.histogram)) },
    before: { n: 0, histogram: sumOf(unnamed.map(({ before }) => before?.histogram ?? new Map())) },
  }
  if (tooFew(merged.now.histogram, k) || tooFew(merged.before!.histogram, k)) return null
  const told = partsOf(
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

async function seriesOf(tx: Tx, look: Look, told: boolean): Promise<Pick<Summary, 'series' | 'bucket'>> {
  const bucket = bucketFor(look.period)
  const counts = await countBuckets(tx, look, bucket)
  const end = await today(tx)
  const { hidden } = suppressSmallGroups(
    [...counts].map(([at, histogram]) => ({ key: at, n: countOf(histogram) })),
    look.smallest,
  )
  const small = new Set(hidden.map(({ key }) => key))
  const series = bucketsOf(look.period, bucket).map(at => {
    const score = measure(counts.get(at) ?? new Map(), look.measure)
    const shown = score.kind !== 'score' || (told && !small.has(at))
    return { at, unfinished: isUnfinished(at, bucket, end), score: shown ? score : suppressed(score.definition, look.smallest) }
  })
  return { bucket, series: series.slice(-400) }
}

const isUnfinished = (at: string, bucket: Bucket, today: string): boolean => nextBucket(at, bucket) > today
