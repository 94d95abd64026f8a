import { badInput } from '../../kit/errors.ts'
import { t } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { clocksOf, happen, startClocks } from '../../sla/server/clocks.ts'
import { allPolicies, policyById } from '../../sla/server/policyStore.ts'
import type { AlertKind, AlertState } from '../alert.ts'
import type { AlertItem } from '../contract.ts'
import { isPromise, keptBy, owedIn, promises, promisesFor } from '../promise.ts'

// What alerts promise: begun, kept and told through the one room that counts time (src/sla).

interface Subject {
  id: string
  kind: AlertKind
  personId: string | null
}

const subjectOf = (id: string) => ({ type: 'alert', id })

/** The policy a rule names, by id or name, if it promises something that an alert can keep. */
export async function policyFor(tx: Tx, wanted: string | null | undefined): Promise<string | null> {
  if (!wanted) return null
  const name = wanted.trim().toLowerCase()
  const policy = (await allPolicies(tx)).find(one => !one.archived && (one.id === wanted || one.name.toLowerCase() === name))
  if (!policy) throw badInput('policy', 'There is no promise with this id.')
  if (!Object.keys(policy.content.targets).some(isPromise))
    throw badInput('policy', `“${policy.name}” promises nothing that an alert could keep: ${promises.join(', ')}.`)
  return policy.id
}

/** Begins what the policy promises. A policy that is archived meanwhile still holds for the rules that have it. */
export async function beginPromises(tx: Tx, alert: Subject, policyId: string): Promise<void> {
  const targets = (await policyById(tx, policyId))?.content.targets ?? {}
  const { begin, idle } = promisesFor(alert)
  const promised = (names: readonly string[]) => names.filter(name => name in targets)
  await startClocks(tx, subjectOf(alert.id), policyId, { begin: promised(begin), idle: promised(idle) })
}

/** The alert has come so far: what was promised up to there is kept, or late. To be called before the new state is written. */
export const keepPromises = (tx: Tx, id: string, state: AlertState): Promise<void> =>
  happen(tx, subjectOf(id), { fulfil: keptBy(state) })

/** It ended without anybody having spoken with the customer: no more is asked of it, and nothing is said to be kept. */
export const keepWithoutContact = (tx: Tx, id: string): Promise<void> =>
  happen(tx, subjectOf(id), { fulfil: ['acknowledge', 'resolve'], pause: ['contact'] })

/** It became part of another alert: what is still owed rests, and goes on when it is taken out again. */
export const restPromises = (tx: Tx, id: string, state: AlertState): Promise<void> =>
  happen(tx, subjectOf(id), { pause: owedIn(state) })

export const wakePromises = (tx: Tx, id: string, state: AlertState): Promise<void> =>
  happen(tx, subjectOf(id), { resume: owedIn(state) })

/** Reopened: the customer waits again, and every promise begins anew. */
export const beginAnew = (tx: Tx, alert: Subject): Promise<void> =>
  happen(tx, subjectOf(alert.id), { begin: promisesFor(alert).begin })

/** What is told of the clocks of some alerts, in the order of the loop. */
export async function promisesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, AlertItem['clocks']>> {
  const told = await clocksOf(tx, 'alert', ids, t)
  return new Map(
    [...told].map(([id, clocks]) => [
      id,
      promises.flatMap(target => {
        const clock = clocks.find(one => one.target === target)
        if (!clock) return []
        return [{ target, state: clock.state, dueAt: clock.dueAt?.toISOString() ?? null, explanation: clock.explanation.text }]
      }),
    ]),
  )
}
