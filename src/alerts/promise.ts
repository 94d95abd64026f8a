import { type AlertKind, type AlertState, alertStates } from './alert.ts'

/** What can be promised to whoever raised an alert, in the order of the loop. */
export const promises = ['acknowledge', 'contact', 'resolve'] as const
export type PromiseName = (typeof promises)[number]

export const isPromise = (name: string): name is PromiseName => (promises as readonly string[]).includes(name)

/** What of a policy can be kept: nobody speaks with somebody unknown, and praise wants no call. */
export function promisesFor({ kind, personId }: { kind: AlertKind; personId: string | null }): {
  begin: PromiseName[]
  idle: PromiseName[]
} {
  const speaks = kind === 'recovery' && personId !== null
  return speaks ? { begin: [...promises], idle: [] } : { begin: ['acknowledge', 'resolve'], idle: ['contact'] }
}

/** What is kept once an alert has come so far. */
export const keptBy = (state: AlertState): PromiseName[] => promises.slice(0, alertStates.indexOf(state))

/** What is still to be kept. */
export const owedIn = (state: AlertState): PromiseName[] => promises.slice(alertStates.indexOf(state))
