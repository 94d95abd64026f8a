import { callerOfUser } from '../../accounts/server/signIn/identify.ts'
import { raiseAlerts } from '../../alerts/server/raise/raise.ts'
import { addRule, changeRule } from '../../rules/server/rules.ts'
import { acknowledge, chooseCauses, handOver, logContact, reopen, resolve } from '../../alerts/server/work/alertSteps.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { lead } from '../company.ts'
import { FRESH, type LoopStep, loopOf } from '../loops.ts'
import { randomFrom } from '../../kit/random.ts'
import { rulesOf } from '../rules.ts'
import { breakBy, breakDue, promiseFromNowOn, promisePast } from './seedPromises.ts'
import type { SeededAnswer, SeededAnswers } from './seedAnswers.ts'
import type { Tell } from './progress.ts'
import { uploadEvidence } from './evidenceFiles.ts'
import { practices } from '../practices.ts'
import { thankFor, type Wall, wallOf } from './seedWall.ts'
import { caseOf, confirmAlert } from './demoStore.ts'

const MINUTE = 60_000

/**
 * Lets the rules that were on by then judge the answers of the last months, and colleagues work what they raised, hour by hour, through the
 * same doors as always: every alert has its path, its record and its reasons.
 */
export async function seedAlerts(
  tx: Tx,
  { surveys, answers }: SeededAnswers,
  causes: ReadonlyMap<string, string>,
  tell: Tell,
): Promise<void> {
  const then = (minutesAgo: number): Tx => ({ ...tx, now: new Date(tx.now.getTime() - minutesAgo * MINUTE) })
  const rules = rulesOf({ visit: surveys.visit.id, relationship: surveys.relationship.id })
  const since = Math.max(...rules.map(({ minutesAgo }) => minutesAgo))
  const made: string[] = []
  const past = await promisePast(then(since))
  for (const { minutesAgo, ...rule } of rules)
    made.push(await addRule(then(minutesAgo), { ...rule, policy: rule.kind === 'recovery' ? past.policy : null, on: true }))
  const random = randomFrom(41)
  const wall = wallOf(practices)
  const due: { minutesAgo: number; act: (tx: Tx) => Promise<unknown> }[] = []
  // What is still open when the demo opens was promised nothing: it waits for its visitor.
  for (const rule of made) due.push({ minutesAgo: FRESH, act: at => changeRule(at, rule, { policy: null }) })
  for (const answer of answers.filter(({ survey, minutesAgo }) => survey !== 'pulse' && minutesAgo < since)) {
    due.push({
      minutesAgo: answer.minutesAgo,
      act: async at => {
        for (const id of await raiseFor({ ...at, caller: systemCaller('demo') }, answer, surveys)) {
          const found = { id, answer, ...(await caseOf(at, id)) }
          const steps = loopOf({ kind: found.kind, answer, ownsItself: found.owner.email === lead.email }, random)
          for (const step of steps)
            due.push({ minutesAgo: step.minutesAgo, act: later => take(later, found, step, causes, wall) })
          if (
            answer.minutesAgo > FRESH &&
            !steps.some(({ kind, minutesAgo }) => kind === 'resolve' && minutesAgo > breakBy(answer.minutesAgo))
          )
            due.push({ minutesAgo: breakBy(answer.minutesAgo), act: later => breakDue(later, id) })
        }
      },
    })
  }
  // In the order in which it happened; what has not happened yet does not.
  for (;;) {
    due.sort((a, b) => a.minutesAgo - b.minutesAgo)
    const next = due.pop()
    if (!next) break
    await tell('alerts', 1 - Math.max(0, next.minutesAgo) / since)
    if (next.minutesAgo >= 1) await next.act(then(next.minutesAgo))
  }
  await promiseFromNowOn(tx, past.calendar, made, { visit: surveys.visit.id, relationship: surveys.relationship.id })
}

async function raiseFor(
  tx: Tx,
  { id, at, survey, answers, personId, unitId, segments, customer }: SeededAnswer,
  surveys: SeededAnswers['surveys'],
) {
  const published = surveys[survey]
  return raiseAlerts(tx, {
    id,
    surveyId: published.id,
    surveyName: published.name,
    version: published.version,
    questionnaire: published.questionnaire,
    answers,
    anonymous: false,
    personId,
    unitId,
    invitationId: null,
    segments,
    source: 'mail',
    locale: customer?.locale ?? null,
    respondedAt: at,
  })
}

interface SeededAlert {
  id: string
  answer: SeededAnswer
  owner: { id: string; name: string }
}

async function take(tx: Tx, found: SeededAlert, step: LoopStep, causes: ReadonlyMap<string, string>, wall: Wall): Promise<void> {
  const { id, owner } = found
  // By whoever owns it at that hour.
  const by: Tx = { ...tx, caller: callerOfUser(owner.id, owner.name, 'manager', null) }
  switch (step.kind) {
    case 'acknowledge':
      return void (await acknowledge(by, id))
    case 'contact':
      return void (await logContact(by, id, { ...step, files: await uploadEvidence(by, step.note) }))
    case 'causes':
      return void (await chooseCauses(
        by,
        id,
        step.names.map(name => causes.get(name)!),
      ))
    case 'resolve':
      return void (await resolve(by, id, step.outcome, step.note))
    case 'reopen':
      return void (await reopen(by, id, step.reason))
    case 'hand-over':
      await handOver(by, id, lead.email, step.reason)
      return void Object.assign(found, await caseOf(tx, id))
    case 'confirm':
      return confirmAlert(tx, id)
    case 'thank':
      return thankFor(by, found, step.message)
    case 'share':
      return wall(by, found)
  }
}
