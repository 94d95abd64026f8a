import { type PromiseClock, advance, begin, fulfil, idleClock, pause, resume, markReachedTargets } from './clock.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { TermsEdit } from './advanceThroughEdits.ts'
import type { TimeInterval } from './openTime.ts'
import type { ClockLogEntry } from './clockLog.ts'
import { type LadderRecipient, type PolicyContent, type StepKind, targetOf } from './policy.ts'

/** One run of a clock, independent of its target: when it began, was paused and was fulfilled. Times are epoch milliseconds. */
export interface ClockRun {
  begun: number
  /** Stretches in which its clock stood still, in order; the last one may reach up to now. */
  rests: readonly TimeInterval[]
  /** When it was fulfilled; null: not yet. */
  done: number | null
}

/** open: neither kept nor missed yet; none: nothing was promised. */
export type PromiseOutcome = 'kept' | 'missed' | 'open' | 'none'

/** A step that fired: a reminder before, the breach, or a rung of the ladder. */
export interface ReplayedStep {
  kind: StepKind
  notify: LadderRecipient
}

export interface ReplayedClock {
  verdict: PromiseOutcome
  fired: ReplayedStep[]
}

/** What a promise is tried under: the same terms all the time, in hours as they were at each moment. */
export interface ReplayTerms {
  content: PolicyContent
  hours: { at(instant: number): WorkingCalendar; changes(after: number): readonly TermsEdit[] }
}

/** How a promise would stand now, and what would have fired, had these terms held while it went as it did. */
export function replayClock(course: ClockRun, target: string, { content, hours }: ReplayTerms, now: number): ReplayedClock {
  const terms = targetOf(content, target, 'normal')
  if (terms.target === null) return { verdict: 'none', fired: [] }
  let clock = markReachedTargets(begin(idleClock(terms, course.begun)))
  const go = (to: number, act: (clock: PromiseClock) => PromiseClock) =>
    void (clock = markReachedTargets(act(until(clock, hours, to))))
  const end = course.done ?? now
  for (const { from, to } of course.rests) {
    if (from >= end) break
    go(from, pause)
    if (to < end) go(to, resume)
  }
  go(end, course.done === null ? still => still : fulfil)
  return { verdict: promiseOutcomeOf(clock), fired: firedBy(clock, content) }
}

/** What became of a clock that was counted up to now. */
export function promiseOutcomeOf(clock: PromiseClock): PromiseOutcome {
  if (clock.breachedAt !== null) return 'missed'
  if (clock.phase === 'idle' || clock.target === null) return 'none'
  return clock.phase === 'done' ? 'kept' : 'open'
}

/** Reads back from a clock that was counted how its promise went. Null while it never began. */
export function clockRunOf(
  clock: Pick<PromiseClock, 'phase' | 'at'> & { startedAt: number | null; pieces: readonly ClockLogEntry[] },
): ClockRun | null {
  if (clock.phase === 'idle' || clock.startedAt === null) return null
  const rests = clock.pieces.filter(({ kind }) => kind === 'paused' || kind === 'done').map(({ from, to }) => ({ from, to }))
  const last = rests.at(-1)
  const ends = last?.to === clock.at
  if (clock.phase === 'done') {
    // Nothing has passed since it was fulfilled, or it rests since.
    const done = ends && clock.pieces.at(-1)?.kind === 'done' ? last.from : clock.at
    return { begun: clock.startedAt, rests: rests.filter(({ from }) => from < done), done }
  }
  const resting = clock.phase === 'paused' && !ends ? [...rests, { from: clock.at, to: clock.at }] : rests
  return { begun: clock.startedAt, rests: resting, done: null }
}

function until(clock: PromiseClock, hours: ReplayTerms['hours'], to: number): PromiseClock {
  let now = clock
  let calendar = hours.at(clock.at)
  for (const change of hours.changes(clock.at)) {
    if (change.at >= to) break
    now = advance(markReachedTargets(now), calendar, change.at)
    calendar = change.calendar ?? calendar
  }
  return advance(markReachedTargets(now), calendar, to)
}

function firedBy(clock: PromiseClock, { ladder }: PolicyContent): ReplayedStep[] {
  const { warnedAt, breachedAt, breachedAfter, elapsed } = clock
  // Who is late already needs no warning, and what is used up this very instant may still be kept in it.
  const warned = warnedAt !== null && (breachedAt === null || warnedAt < breachedAt)
  const missed = breachedAt !== null && breachedAt < clock.at
  const rungs = missed ? ladder.filter(({ after_min }) => elapsed >= breachedAfter! + after_min * 60_000) : []
  return [
    ...(warned ? [{ kind: 'warning' as const, notify: 'owner' as const }] : []),
    ...(missed ? [{ kind: 'breach' as const, notify: 'owner' as const }] : []),
    ...rungs.map(stepOfLadder),
  ]
}

/** What a rung of the ladder does. */
export const stepOfLadder = ({ notify }: Pick<ReplayedStep, 'notify'>): ReplayedStep => ({
  kind: notify === 'owner' ? 'reminder' : 'escalation',
  notify,
})
