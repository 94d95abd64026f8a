import type { WorkingCalendar } from './calendar.ts'
import { afterOpenTime, openTime } from './openTime.ts'

/** idle: nobody waits; running; paused: we wait for the customer; done: fulfilled, in time or late. */
export type Phase = 'idle' | 'running' | 'paused' | 'done'

/** The state as users and the API see it. */
export type ClockState = 'idle' | 'running' | 'paused' | 'met' | 'breached'

/**
 * One promise that is being kept or broken. Working time is accumulated, never recomputed: whatever is edited acts from that instant on.
 * Times are epoch milliseconds, lengths milliseconds of working time.
 */
export interface PromiseClock {
  phase: Phase
  /** null: nothing is promised, at least at this priority. */
  target: number | null
  warnBefore: number | null
  /** Working time used up to `at`. */
  elapsed: number
  at: number
  warnedAt: number | null
  /** Never undone. */
  breachedAt: number | null
  /** Working time used when it was broken: what follows a breach counts from here. */
  breachedAfter: number | null
}

export interface ClockTarget {
  target: number | null
  warnBefore: number | null
}

export const idleClock = (target: ClockTarget, at: number): PromiseClock => ({
  ...target,
  phase: 'idle',
  elapsed: 0,
  at,
  warnedAt: null,
  breachedAt: null,
  breachedAfter: null,
})

/** Starts anew, from nothing. */
export const begin = ({ target, warnBefore, at }: PromiseClock): PromiseClock => ({
  ...idleClock({ target, warnBefore }, at),
  phase: 'running',
})

/** Goes on where it was: after a pause, or when what was solved is open again. */
export const resume = (clock: PromiseClock): PromiseClock => (clock.phase === 'idle' ? clock : { ...clock, phase: 'running' })

export const pause = (clock: PromiseClock): PromiseClock => (clock.phase === 'idle' ? clock : { ...clock, phase: 'paused' })

export const fulfil = (clock: PromiseClock): PromiseClock => (clock.phase === 'idle' ? clock : { ...clock, phase: 'done' })

/** Another promise from now on. A warning that was given counts again only when the new promise leaves more time. */
export function retarget(clock: PromiseClock, target: ClockTarget): PromiseClock {
  const next = { ...clock, ...target }
  const early = warnAfter(next)
  return early !== null && next.elapsed < early && next.breachedAt === null ? { ...next, warnedAt: null } : next
}

/**
 * Lets time pass up to `to`, which is not yet over: what happens at that very instant is still in time. After the events of an instant
 * comes `settle`.
 */
export function advance(clock: PromiseClock, calendar: WorkingCalendar, to: number): PromiseClock {
  if (to <= clock.at) return clock
  if (clock.phase !== 'running') return { ...clock, at: to }
  const next = { ...clock, at: to, elapsed: clock.elapsed + openTime(calendar, clock.at, to) }
  const warned = reached(clock, next, warnAfter(clock), calendar)
  const breached = reached(clock, next, clock.target, calendar)
  if (next.warnedAt === null) next.warnedAt = warned
  if (next.breachedAt === null && breached !== null && breached < to) {
    next.breachedAt = breached
    next.breachedAfter = Math.max(clock.elapsed, clock.target!)
  }
  return next
}

/** Sets the warning and the breach once all events of an instant have been applied: a target that is used up and not fulfilled is breached now. */
export function markReachedTargets(clock: PromiseClock): PromiseClock {
  if (clock.phase === 'idle' || clock.phase === 'done' || clock.target === null) return clock
  const early = warnAfter(clock)
  const settled = { ...clock }
  if (early !== null && clock.elapsed >= early) settled.warnedAt ??= clock.at
  if (clock.elapsed >= clock.target && clock.breachedAt === null) {
    settled.breachedAt = clock.at
    settled.breachedAfter = clock.elapsed
  }
  return settled
}

export function stateOf(clock: PromiseClock): ClockState {
  if (clock.phase === 'idle') return 'idle'
  if (clock.breachedAt !== null) return 'breached'
  if (clock.target === null) return 'idle'
  return clock.phase === 'done' ? 'met' : clock.phase
}

/** The instant of the breach; for a running clock the projected one, as if nothing else happened; null when there is none to tell. */
export function dueAt(clock: PromiseClock, calendar: WorkingCalendar): number | null {
  return clock.breachedAt ?? projected(clock, clock.target, calendar)
}

/** The instant at which so much working time is left as the policy warns before. */
export function warnAt(clock: PromiseClock, calendar: WorkingCalendar): number | null {
  const state = stateOf(clock)
  if (state !== 'running' && state !== 'breached') return null
  return clock.warnedAt ?? projected(clock, warnAfter(clock), calendar)
}

/** When a running clock will have used `length` of working time; null when that is past, or never comes. */
export function projected(clock: PromiseClock, length: number | null, calendar: WorkingCalendar): number | null {
  if (clock.phase !== 'running' || length === null) return null
  return afterOpenTime(calendar, clock.at, length - clock.elapsed)
}

/** Working time after which one is warned. */
export const warnAfter = ({ target, warnBefore }: ClockTarget): number | null =>
  target === null || warnBefore === null ? null : Math.max(0, target - warnBefore)

function reached(before: PromiseClock, after: PromiseClock, length: number | null, calendar: WorkingCalendar): number | null {
  return length !== null && after.elapsed >= length ? projected(before, length, calendar) : null
}
