import type { Tx } from '../../kit/server/db.ts'
import { countOf } from '../../metrics/histogram.ts'
import { segmentValues } from '../../responses/server/numbers/countStore.ts'
import type { SegmentTable } from '../contract.ts'
import { countBySegment, type AnswerCounts, type SegmentValue, sumCounts } from './scoreCountStore.ts'
import { allOf, countStretches, type Selection, selectAnswers, NEEDED } from './selection.ts'
import type { HierarchyPeriod } from '../../people/hierarchyPeriod.ts'
import type { InsightQuery } from './insightQuery.ts'
import { type ComparedGroup, scoresOf } from './unitRows.ts'

/** So many values of a segment are told, the most frequent first. */
const MOST_VALUES = 40

interface ValueGroup extends ComparedGroup {
  value: string
}

/** The score by each segment of the answers. A segment that is looked at already is left out of what it is divided by. */
export async function readSegmentTables(tx: Tx, asked: InsightQuery): Promise<SegmentTable[]> {
  const look = await selectAnswers(tx, asked)
  if (look.hidden || !look.hiddenValues) return []
  const tables = await valueGroups(tx, look)
  return tables.map(({ key, groups, rest }) => {
    const hidden = new Map([...(look.hiddenValues?.get(key) ?? [])].map(([value, why]) => [`=${value}`, why]))
    return {
      key,
      values: scoresOf(groups, look.measure, NEEDED, hidden)
        .map(({ group, ...row }) => ({ value: group.value, ...row }))
        .sort((a, b) => nOf(b.score) - nOf(a.score)),
      without: rest.now.n > 0 && hidden.size === 0 ? countOf(rest.now.histogram) : 0,
    }
  })
}

const nOf = (score: { kind: string; n?: number }): number => score.n ?? 0

async function valueGroups(tx: Tx, look: Selection) {
  const known = Object.entries(await segmentValues(tx, look.survey.id))
  const flat = known.flatMap(([key, values]) => values.slice(0, MOST_VALUES).map(value => ({ key, value })))
  if (flat.length === 0) return []
  const [now, before, all, allBefore] = await Promise.all([
    countOver(tx, look, flat, look.now),
    look.before && countOver(tx, look, flat, look.before),
    countStretches(tx, { ...look.counted, segment: null }, look.now),
    look.before && countStretches(tx, { ...look.counted, segment: null }, look.before),
  ])
  return known.map(([key]) => {
    const groups = flat.flatMap((one, i): ValueGroup[] =>
      one.key === key ? [{ id: `=${one.value}`, value: one.value, now: now[i]!, before: before && before[i]! }] : [],
    )
    const rest: ComparedGroup = {
      id: '',
      now: less(
        allOf(all),
        groups.map(group => group.now),
      ),
      before:
        allBefore &&
        less(
          allOf(allBefore),
          groups.map(group => group.before!),
        ),
    }
    return { key, groups, rest }
  })
}

async function countOver(
  tx: Tx,
  look: Selection,
  flat: readonly SegmentValue[],
  stretches: readonly HierarchyPeriod[],
): Promise<AnswerCounts[]> {
  const parts = await Promise.all(stretches.map(({ period, units }) => countBySegment(tx, look.counted, flat, period, units)))
  return flat.map((_, i) => sumCounts(parts.map(part => part[i]!)))
}

/** What is left of all when the parts are taken away: answers without a value of this segment. */
function less(all: AnswerCounts, parts: readonly AnswerCounts[]): AnswerCounts {
  const taken = sumCounts(parts)
  const histogram = new Map([...all.histogram].map(([value, n]) => [value, Math.max(0, n - (taken.histogram.get(value) ?? 0))]))
  return { n: Math.max(0, all.n - taken.n), histogram }
}
