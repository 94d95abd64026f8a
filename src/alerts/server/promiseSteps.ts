import { record } from '../../activity/server/record.ts'
import { isId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { span } from '../../kit/words.ts'
import { notify } from '../../notifications/server/notify.ts'
import type { FiredStep, StepWatcher } from '../../sla/server/fired.ts'
import type { Notify } from '../../sla/policy.ts'
import { decideEscalation, type Hierarchy, stepTitle } from '../escalation.ts'
import { newsTitle } from '../news.ts'
import { isPromise, type PromiseName } from '../promise.ts'
import { levels, organisationOwner } from './ground.ts'
import { findColleague } from './groundStore.ts'
import { type Promised, readPromised, reportingLine, saveSenior, takeAlert } from './promiseStore.ts'
import { readAbsences } from './teamStore.ts'
import { readNews } from './tellStore.ts'

/** What follows when a promise of an alert is about to be broken, or is: once, in the transaction that marks it. */
export const alertPromises: StepWatcher = {
  subjectType: 'alert',
  lock: takeAlert,
  async fired(tx, step) {
    const alert = await readPromised(tx, step.subject.id)
    const { target } = step
    if (!alert || !isPromise(target)) return
    if (step.kind === 'escalation') await escalate(tx, alert, { ...step, target })
    else await remind(tx, alert, { ...step, target })
    announce(tx, 'alerts', alert.id)
  },
}

type Step = FiredStep & { target: PromiseName }

async function escalate(tx: Tx, alert: Promised, step: Step): Promise<void> {
  const decided = decideEscalation(alert.owner, step, await hierarchyOf(tx, alert, step.notify))
  if (decided.kind === 'remind') return remind(tx, alert, { ...step, kind: 'reminder' })
  const { senior, path } = decided
  await saveSenior(tx, alert.id, senior.id, path)
  const also = [alert.personId, alert.unitId, senior.id, alert.owner.id]
  await record(
    tx,
    'alert.senior_named',
    { type: 'alert', id: alert.id, also },
    { to: senior.id, name: senior.name, target: step.target },
  )
  await tell(tx, alert, step, senior.id)
}

const remind = (tx: Tx, alert: Promised, step: Step): Promise<void> => tell(tx, alert, step, alert.owner.id)

async function tell(tx: Tx, { id, owner }: Promised, step: Step, personId: string): Promise<void> {
  const news = await readNews(tx, id)
  if (!news) return
  const left = (step.dueAt?.getTime() ?? 0) - tx.now.getTime()
  await notify(tx, {
    personId,
    kind: step.kind === 'escalation' ? 'escalation' : 'alert',
    text: t =>
      stepTitle(step.kind, step.target, { title: newsTitle(news, t), owner: owner.name, span: span(Math.max(0, left), t) }, t),
    detail: news.said,
    href: `/alerts/${id}`,
    key: `promise ${step.clockId} ${step.round} ${step.step}`,
  })
}

async function hierarchyOf(tx: Tx, { owner, unitId }: Promised, wanted: Notify): Promise<Hierarchy> {
  return {
    chain: unitId ? await levels(tx, unitId) : [],
    reporting: await reportingLine(tx, owner.id),
    named: typeof wanted === 'object' ? ((await colleague(tx, wanted.person)) ?? null) : null,
    away: await readAbsences(tx),
    organisationOwner: await organisationOwner(tx),
  }
}

const colleague = (tx: Tx, wanted: string) => findColleague(tx, isId(wanted) ? { id: wanted } : { email: wanted })
