import type { ClockRun } from '../../sla/clockReplay.ts'
import type { ReplayedAlert } from './policyReplayContract.ts'
import { type PromiseName, promises } from '../../rules/promiseNames.ts'

/** When an alert was opened (or opened again), and when each step of the loop was done; null: not yet. Epoch milliseconds. */
export interface AlertTimestamps extends Record<PromiseName, number | null> {
  opened: number
  begun: number
}

/** How a promise of an alert went that was never counted: by when each step was done. */
export function clockRunFromTimestamps(target: PromiseName, stamps: AlertTimestamps, now: number): ClockRun {
  const { begun, resolve } = stamps
  const done = stamps[target]
  // What is part of another alert may have been done there before.
  if (done !== null) return { begun, rests: [], done: Math.max(begun, done) }
  // It ended without that: then no more is asked of it, and it is neither kept nor missed.
  return { begun, rests: resolve === null ? [] : [{ from: Math.max(begun, resolve), to: now }], done: null }
}

type ReplayedPromise = ReplayedAlert['promises'][number]['before']
export type ReplayedRecipient = ReplayedPromise['told'][number]
type Verdicts = Record<ReplayedPromise['verdict'], number>

export interface PromiseTally {
  target: PromiseName
  before: Verdicts
  after: Verdicts
}

interface BeforeAfter {
  before: number
  after: number
}

/** How often somebody is reminded of what is theirs, and asked to see to what is another's. */
export interface RecipientTally {
  to: ReplayedRecipient['to']
  reminders: BeforeAfter
  escalations: BeforeAfter
}

export interface PolicyReplayTally {
  alerts: number
  /** Of these, what held then was counted; for the others it is worked out. */
  counted: number
  promises: PromiseTally[]
  told: RecipientTally[]
  /** Alerts of which some promise would have ended otherwise, the newest first. */
  changed: ReplayedAlert[]
}

const noVerdicts = (): Verdicts => ({ kept: 0, missed: 0, open: 0, none: 0 })

/** What a replay found, summed up: promise by promise, person by person. */
export function policyReplayTallyOf(alerts: readonly ReplayedAlert[]): PolicyReplayTally {
  const verdicts = new Map<PromiseName, PromiseTally>()
  const told = new Map<string, RecipientTally>()
  for (const { target, before, after } of alerts.flatMap(alert => alert.promises)) {
    const sum = verdicts.get(target) ?? { target, before: noVerdicts(), after: noVerdicts() }
    verdicts.set(target, sum)
    sum.before[before.verdict]++
    sum.after[after.verdict]++
    for (const one of before.told) toldOf(told, one).before++
    for (const one of after.told) toldOf(told, one).after++
  }
  return {
    alerts: alerts.length,
    counted: alerts.filter(alert => alert.counted).length,
    promises: promises.flatMap(target => verdicts.get(target) ?? []),
    told: [...told.values()].sort((a, b) => sizeOf(b) - sizeOf(a)),
    changed: alerts.filter(isChanged),
  }
}

function toldOf(all: Map<string, RecipientTally>, { kind, to }: ReplayedRecipient): BeforeAfter {
  const sum = all.get(to.id) ?? { to, reminders: { before: 0, after: 0 }, escalations: { before: 0, after: 0 } }
  all.set(to.id, sum)
  return kind === 'escalation' ? sum.escalations : sum.reminders
}

const sizeOf = ({ reminders, escalations }: RecipientTally): number =>
  reminders.before + reminders.after + escalations.before + escalations.after

export const isChanged = ({ promises }: ReplayedAlert): boolean =>
  promises.some(({ before, after }) => before.verdict !== after.verdict)
