import { loadCauses } from '../../causes/server/rootCauseStore.ts'
import { pathOf } from '../../causes/tree.ts'
import type { Tx } from '../../kit/server/db.ts'
import { quarterOf } from '../../people/day.ts'
import { type MetricSettings, metricSettingsOf } from '../../metrics/computeMetric.ts'
import { causeShare } from '../../metrics/share.ts'
import type { Question } from '../../surveys/question.ts'
import { causeImpact, type CauseImpact } from '../../metrics/causeImpact.ts'
import type { CauseRow, Quarter } from '../causeTable.ts'
import { nextQuarter } from '../trendBuckets.ts'
import { answerPointsOf } from '../../metrics/points.ts'
import { type AlertScope, answersByCause, countByCause } from './causeStore.ts'
import { allOf, countStretches, type Selection, selectAnswers } from './selection.ts'
import { readUnitScope } from '../../people/server/units/unitScope.ts'
import { type Period, plusDays } from '../../people/period.ts'
import { type InsightQuery, type InsightFilterQuery, segmentFor } from './insightQuery.ts'

interface AskedCauses extends InsightFilterQuery {
  survey?: string | undefined
}

/** Every cause that alerts of the scope name: how often, and what it costs. What costs most comes first. */
export async function causesOf(tx: Tx, asked: AskedCauses): Promise<CauseRow[]> {
  const look = asked.survey ? await selectAnswers(tx, { ...asked, survey: asked.survey }) : null
  if (look?.hidden || (look?.batches && look.segment)) return []
  const scope: AlertScope = look ? scopeOf(look) : await anySurvey(tx, asked)
  const counted = await countByCause(tx, scope)
  const explained = counted.find(({ cause }) => cause === '')?.n ?? 0
  const causes = await loadCauses(tx)
  const impacts = look && tellsImpact(look) ? await impactsOf(tx, look, scope) : null
  const rows = counted.flatMap(({ cause: id, n }): CauseRow[] => {
    const cause = causes.get(id)
    const share = causeShare(n, explained)
    if (!cause || share.kind !== 'score') return []
    const nps = impacts?.nps(id) ?? null
    return [
      {
        cause: cause.name,
        id,
        path: pathOf(id, causes),
        n,
        share: share.score,
        interval: share.interval,
        npsImpact: nps && { value: nps.value, interval: nps.interval },
        impact: impacts?.main(id) ?? null,
      },
    ]
  })
  return rows.sort((a, b) => (a.impact?.value ?? 0) - (b.impact?.value ?? 0) || b.n - a.n || (a.cause < b.cause ? -1 : 1))
}

// A cause has its own few answers in each batch, and they are nobody's in particular only while they are not told.
const tellsImpact = ({ survey }: Selection): boolean => !survey.anonymous

export const scopeOf = ({ survey, now, segment }: Selection): AlertScope => ({ survey: survey.id, stretches: now, segment })

const anySurvey = async (tx: Tx, asked: AskedCauses): Promise<AlertScope> => ({
  survey: null,
  stretches: (await readUnitScope(tx, asked)).stretches({
    from: asked.from ?? '0001-01-01',
    to: asked.to ?? '9999-12-31',
  }),
  segment: segmentFor(asked),
})

type ImpactOf = (cause: string) => CauseImpact | null

/** What each cause costs: of the metric asked for, and of the NPS where the survey asks for it. */
async function impactsOf(tx: Tx, look: Selection, scope: AlertScope): Promise<{ main: ImpactOf; nps: ImpactOf }> {
  const main = await impactOf(tx, look, look.question, look.measure, scope)
  if (look.measure.metric === 'nps') return { main, nps: main }
  const npsQuestion = look.survey.questions.find(({ kind }) => kind === 'nps')
  return {
    main,
    nps: npsQuestion ? await impactOf(tx, look, npsQuestion, metricSettingsOf('nps', npsQuestion), scope) : () => null,
  }
}

async function impactOf(
  tx: Tx,
  look: Selection,
  question: Question,
  measure: MetricSettings,
  scope: AlertScope,
): Promise<ImpactOf> {
  // The part before the whole: an answer that comes in between is then in neither or in the whole, never in the part alone.
  const carrying = await answersByCause(tx, scope, question.id)
  const all = allOf(await countStretches(tx, { ...look.counted, question: question.id }, look.now)).histogram
  return cause => causeImpact(all, carrying.get(cause) ?? new Map(), answerPointsOf(measure))
}

/** So many quarters are told. */
const QUARTERS = 6

/** Causes by quarter, up to the one in which the period ends: which had how many of the alerts, and what they cost then. */
export async function quartersOf(tx: Tx, asked: InsightQuery): Promise<Quarter[]> {
  const look = await selectAnswers(tx, asked)
  if (look.hidden || !tellsImpact(look)) return []
  const periods = quartersUpTo(look.period.to)
  const scope: AlertScope = {
    ...scopeOf(look),
    stretches: look.place.stretches({ from: periods[0]!.from, to: periods.at(-1)!.to }),
  }
  const counted = await countByCause(tx, scope, true)
  const carrying = await answersByCause(tx, scope, look.question.id, true)
  const causes = await loadCauses(tx)
  const points = answerPointsOf(look.measure)
  const told: Quarter[] = []
  for (const period of periods) {
    const here = counted.filter(({ quarter }) => quarter === period.from)
    const explained = here.find(({ cause }) => cause === '')?.n ?? 0
    const all = allOf(await countStretches(tx, look.counted, look.place.stretches(period))).histogram
    const rows = here.flatMap(({ cause: id, n }) => {
      const cause = causes.get(id)
      const share = causeShare(n, explained)
      if (!cause || share.kind !== 'score') return []
      const impact = causeImpact(all, carrying.get(period.from + id) ?? new Map(), points)
      return [{ id, cause: cause.name, n, share: share.score, interval: share.interval, impact }]
    })
    told.push({ ...period, explained, causes: rows.sort((a, b) => b.n - a.n || (a.cause < b.cause ? -1 : 1)) })
  }
  return told
}

/** Whole quarters, oldest first: a quarter is told whole or it is not a quarter. */
function quartersUpTo(day: string): Period[] {
  const quarters: Period[] = []
  for (let first = quarterOf(day); quarters.length < QUARTERS; first = quarterOf(plusDays(first, -1)))
    quarters.unshift({ from: first, to: plusDays(nextQuarter(first), -1) })
  return quarters
}
