// @words everybody
import { t } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { readClockStatuses, changeClocks, type ClockChanges, startClocks, type ClockStatus } from '../../../sla/server/clocks.ts'
import { policyById } from '../../../sla/server/policyStore.ts'
import type { AlertState } from '../../alert.ts'
import type { AlertKind } from '../../../rules/alertKind.ts'
import type { AlertItem } from '../../contract.ts'
import { isPromise, promises } from '../../../rules/promiseNames.ts'
import { keptBy, owedIn, promisesFor, mostUrgentClock } from '../../alertPromises.ts'
import { lockMergedAlerts, listMergedAlerts } from '../store/mergeStore.ts'

// What alerts promise: begun, kept and told through the one room that counts time (src/sla).

interface PromiseSubject {
  id: string
  kind: AlertKind
  personId: string | null
}

const subjectOf = (id: string) => ({ type: 'alert', id })

/** Begins what the policy promises. A policy that is archived meanwhile still holds for the rules that have it. */
export async function beginPromises(tx: Tx, alert: PromiseSubject, policyId: string): Promise<void> {
  const targets = (await policyById(tx, policyId))?.content.targets ?? {}
  const { begin, idle } = promisesFor(alert)
  const promised = (names: readonly string[]) => names.filter(name => name in targets)
  await startClocks(tx, subjectOf(alert.id), policyId, { begin: promised(begin), idle: promised(idle) })
}

/** The alert has come so far: what was promised up to there is kept, or late. To be called before the new state is written. */
export const keepPromises = (tx: Tx, id: string, state: AlertState): Promise<void> =>
  happenToAll(tx, id, { fulfil: keptBy(state) })

/** It ended without anybody having spoken with the customer: no more is asked of it, and nothing is said to be kept. */
export const keepWithoutContact = (tx: Tx, id: string): Promise<void> =>
  happenToAll(tx, id, { fulfil: ['acknowledge', 'resolve'], pause: ['contact'] })

/** Reopened: the customer waits again, and every promise begins anew. */
export const restartPromises = (tx: Tx, alert: PromiseSubject): Promise<void> =>
  happenToAll(tx, alert.id, { begin: promisesFor(alert).begin })

/** What happens to an alert happens to all that is part of it: what was promised for each is kept, or late, by what is done here. */
async function happenToAll(tx: Tx, id: string, happening: ClockChanges): Promise<void> {
  for (const one of [id, ...(await lockMergedAlerts(tx, id))]) await changeClocks(tx, subjectOf(one), happening)
}

/** It became part of another alert, and the customer waits on: its promises run on, kept by what was done there already. */
export const mergePromises = (tx: Tx, id: string, main: AlertState): Promise<void> =>
  changeClocks(tx, subjectOf(id), { fulfil: keptBy(main) })

/** It was taken out again: what it owes goes on where it was, and the time in which it was settled is free. */
export const unmergePromises = (tx: Tx, id: string, state: AlertState): Promise<void> =>
  changeClocks(tx, subjectOf(id), { fulfil: keptBy(state), resume: owedIn(state) })

/** What is told of the clocks of some alerts and of all that is part of them, in the order of the loop. */
export async function readPromises(tx: Tx, ids: readonly string[]): Promise<Map<string, AlertItem['clocks']>> {
  const parts = await listMergedAlerts(tx, ids)
  const told = await readClockStatuses(tx, 'alert', [...ids, ...[...parts.values()].flat()], t)
  return new Map(
    ids.map(id => {
      const clocks = [id, ...(parts.get(id) ?? [])].flatMap(one => (told.get(one) ?? []).map(clock => ({ ...clock, of: one })))
      return [id, promises.flatMap(target => clockOf(id, mostUrgentClock(clocks.filter(clock => clock.target === target))))]
    }),
  )
}

function clockOf(id: string, clock: (ClockStatus & { of: string }) | undefined): AlertItem['clocks'] {
  if (!clock || !isPromise(clock.target)) return []
  const { target, state, dueAt, of } = clock
  const explanation = explained(clock)
  return [{ target, state, dueAt: dueAt?.toISOString() ?? null, explanation, ...(of !== id && { part: of }) }]
}

/** A contact that nobody can be asked for says why. */
const explained = ({ target, state, explanation }: ClockStatus): string =>
  target === 'contact' && state === 'idle'
    ? t('{explanation}: nobody is known to speak with', { explanation: explanation.text })
    : explanation.text
