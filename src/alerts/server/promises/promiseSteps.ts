import { pathTo } from '../../../kit/paths.ts'
import { recordAll } from '../../../activity/server/record.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { span } from '../../../kit/words.ts'
import { notifyAll, type NotificationInput } from '../../../notifications/server/notify.ts'
import type { FiredStep, StepWatcher } from '../../../sla/server/stepWatchers.ts'
import { decideEscalation, stepTitle } from '../../escalation.ts'
import { type AlertSummary, alertTitle } from '../../alertSummary.ts'
import { isPromise, type PromiseName } from '../../../rules/promiseNames.ts'
import { escalationFactsReader } from '../../../routing/server/escalationFacts.ts'
import { wasStepNotified, type PromisedAlert, readPromisedAlerts, saveSenior, lockFreeAlerts } from './promiseStore.ts'
import { readAlertSummaries } from '../store/alertSummaryStore.ts'

/** What follows when promises of alerts are about to be broken, or are: once, in the transaction that marks it. */
export const alertStepWatcher: StepWatcher = {
  subjectType: 'alert',
  lock: lockFreeAlerts,
  async fired(tx, steps) {
    const alerts = await readPromisedAlerts(
      tx,
      steps.map(step => step.subject.id),
    )
    const due = await stillToTell(
      tx,
      steps.flatMap(step => {
        const alert = alerts.get(step.subject.id)
        return alert && isPromise(step.target) ? [{ ...step, target: step.target, alert }] : []
      }),
    )
    const matters = new Set([...alerts.values()].map(({ id }) => id))
    const news = await readAlertSummaries(tx, [...matters])
    await notifyAll(
      tx,
      (await told(tx, due)).flatMap(one => tellingOf(one, news.get(one.alert.id), tx.now)),
    )
    for (const id of matters) announce(tx, 'alerts', id)
  },
  async replanned(tx, ids) {
    const matters = [...(await readPromisedAlerts(tx, ids)).values()].map(({ id }) => id)
    for (const id of new Set(matters)) announce(tx, 'alerts', id)
  },
}

interface DuePromiseStep extends FiredStep {
  target: PromiseName
  alert: PromisedAlert
}

/** One customer, one reminder: of several alerts that are one matter the first tells it. */
async function stillToTell(tx: Tx, due: readonly DuePromiseStep[]): Promise<DuePromiseStep[]> {
  const left: DuePromiseStep[] = []
  for (const step of due) if (!step.alert.shared || !(await wasStepNotified(tx, step.alert.id, step))) left.push(step)
  return left
}

interface PromiseNotice extends DuePromiseStep {
  reader: string
}

/** Whom each step tells: the owner, or a senior who is named beside them. */
async function told(tx: Tx, due: readonly DuePromiseStep[]): Promise<PromiseNotice[]> {
  const hierarchy = escalationFactsReader(tx)
  const asked: (PromiseNotice & { name: string })[] = []
  const tellings: PromiseNotice[] = []
  for (const step of due) {
    const { owner, id } = step.alert
    const decided =
      step.kind === 'escalation' ? decideEscalation(owner, step, await hierarchy(step.alert, step.notify)) : undefined
    if (decided?.kind !== 'ask') {
      tellings.push({ ...step, reader: owner.id, kind: decided ? 'reminder' : step.kind })
      continue
    }
    await saveSenior(tx, id, decided.senior.id, decided.path)
    asked.push({ ...step, reader: decided.senior.id, name: decided.senior.name })
  }
  await recordAll(
    tx,
    asked.map(({ alert, reader, name, target }) => ({
      verb: 'alert.senior_named',
      subject: { type: 'alert', id: alert.id, also: [alert.personId, alert.unitId, reader, alert.owner.id] },
      detail: { to: reader, name, target },
    })),
  )
  return [...tellings, ...asked]
}

function tellingOf({ alert, reader, ...step }: PromiseNotice, news: AlertSummary | undefined, now: Date): NotificationInput[] {
  if (!news) return []
  const left = Math.max(0, (step.dueAt?.getTime() ?? 0) - now.getTime())
  return [
    {
      personId: reader,
      kind: step.kind === 'escalation' ? 'escalation' : 'alert',
      text: t =>
        stepTitle(step.kind, step.target, { title: alertTitle(news, t), owner: alert.owner.name, span: span(left, t) }, t),
      detail: news.said,
      href: pathTo('/alerts/$id', { id: alert.id }),
      key: `promise ${step.clockId} ${step.round} ${step.step}`,
    },
  ]
}
