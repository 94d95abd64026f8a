import type { AlertKind } from '../rules/alertKind.ts'
import { type PromiseName, promises } from '../rules/promiseNames.ts'
import { type AlertState, alertStates } from './alert.ts'

/** What a list of alerts can be narrowed to: what became of their promises. Due: kept, ever broken, or closed without it. */
export const promiseStates = ['made', 'overdue', 'contact-due', 'contact-kept', 'resolve-due', 'resolve-kept'] as const
export type PromiseState = (typeof promiseStates)[number]

/** Which promises of a policy begin and which stay idle: contact needs a known customer and a recovery alert. */
export function promisesFor({ kind, personId }: { kind: AlertKind; personId: string | null }): {
  begin: PromiseName[]
  idle: PromiseName[]
} {
  const speaks = kind === 'recovery' && personId !== null
  return speaks ? { begin: [...promises], idle: [] } : { begin: ['acknowledge', 'resolve'], idle: ['contact'] }
}

/** What is kept once an alert has come so far. */
export const keptBy = (state: AlertState): PromiseName[] => promises.slice(0, alertStates.indexOf(state))

/**
 * One customer waits once, whatever they were promised for several answers: of the same promise the one that is still to be kept and is
 * due first speaks for all, and once all are kept or late, the one that was broken first. The alert’s own comes first in `clocks`.
 */
export function mostUrgentClock<C extends { open: boolean; dueAt: Date | null }>(clocks: readonly C[]): C | undefined {
  const open = clocks.filter(clock => clock.open)
  const due = ({ dueAt }: C) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  const candidates = open.length > 0 ? open : clocks
  return candidates.reduce<C | undefined>((first, clock) => (first && due(first) <= due(clock) ? first : clock), undefined)
}

/** What is still to be kept. */
export const owedIn = (state: AlertState): PromiseName[] => promises.slice(alertStates.indexOf(state))
