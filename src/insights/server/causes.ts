import { loadCauses } from '../../causes/server/store.ts'
import { pathOf } from '../../causes/tree.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { Histogram } from '../../responses/histogram.ts'
import { type Measure, measureOf } from '../../responses/measure.ts'
import { causeShare } from '../../responses/share.ts'
import type { Question } from '../../surveys/question.ts'
import { causeImpact, type Impact } from '../causeImpact.ts'
import type { CauseRow } from '../contract.ts'
import type { Period } from '../period.ts'
import { pointsOf } from '../points.ts'
import { type AlertScope, answersByCause, countByCause, countScopedAlerts } from './causeStore.ts'
import { countByUnit, together } from './countStore.ts'
import { type Asked, measureFor, periodFor, surveyFor, unitsFor } from './scope.ts'

/** Every cause that alerts of the scope name: how often, and what it costs. What costs most comes first. */
export async function causesOf(tx: Tx, asked: Omit<Asked, 'survey'> & { survey?: string | undefined }): Promise<CauseRow[]> {
  const { units } = await unitsFor(tx, asked.unit)
  const period = asked.survey ? (await periodFor(tx, asked.survey, asked)).period : given(asked)
  const scope: AlertScope = { survey: asked.survey ?? null, period, units }
  const shares = await countByCause(tx, scope)
  const { explained } = await countScopedAlerts(tx, scope)
  const causes = await loadCauses(tx)
  const impacts = asked.survey && period ? await impactsOf(tx, { ...asked, survey: asked.survey }, scope, period) : null
  const rows = [...shares].flatMap(([id, n]): CauseRow[] => {
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

const given = ({ from, to }: Pick<Asked, 'from' | 'to'>): Period | null =>
  from || to ? { from: from ?? '0001-01-01', to: to ?? '9999-12-31' } : null

type ImpactOf = (cause: string) => Impact | null

/** What each cause costs: of the metric asked for, and of the NPS where the survey asks for it. */
async function impactsOf(tx: Tx, asked: Asked, scope: AlertScope, period: Period): Promise<{ main: ImpactOf; nps: ImpactOf }> {
  const survey = await surveyFor(tx, asked.survey)
  const { question, measure } = measureFor(survey, asked)
  const main = await impactOf(tx, survey.id, question, measure, scope, period)
  if (measure.metric === 'nps') return { main, nps: main }
  const npsQuestion = survey.questions.find(({ kind }) => kind === 'nps')
  return {
    main,
    nps: npsQuestion ? await impactOf(tx, survey.id, npsQuestion, measureOf('nps', npsQuestion), scope, period) : () => null,
  }
}

async function impactOf(
  tx: Tx,
  survey: string,
  question: Question,
  measure: Measure,
  scope: AlertScope,
  period: Period,
): Promise<ImpactOf> {
  // The part before the whole: an answer that comes in between is then in neither or in the whole, never in the part alone.
  const carrying = await answersByCause(tx, scope, question.id)
  const all = together((await countByUnit(tx, { survey, question: question.id }, period, scope.units)).values()).histogram
  const points = pointsOf(measure)
  const none: Histogram = new Map()
  return cause => causeImpact(all, carrying.get(cause) ?? none, points)
}
