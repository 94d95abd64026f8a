import { type PromiseClock, projected, type ClockTarget, warnAfter } from './clock.ts'
import type { WorkingCalendar } from './calendar.ts'
import { afterOpenTime } from './openTime.ts'

const minute = 60_000

/** Who is told: the owner again, their manager, the manager's manager, or one person. */
export type LadderRecipient = 'owner' | 'manager' | 'skip' | { person: string }

export interface Rung {
  /** Working minutes after the promise was broken. */
  after_min: number
  notify: LadderRecipient
}

/** What a policy promises, in working minutes; by priority where it is a record. */
export interface PolicyContent {
  targets: Readonly<Record<string, number | Readonly<Record<string, number>>>>
  warnBefore: number | null
  ladder: readonly Rung[]
}

/** What is promised for a target at a priority; `target: null` is nothing. */
export function targetOf({ targets, warnBefore }: PolicyContent, target: string, priority: string): ClockTarget {
  const promised = targets[target]
  const minutes = typeof promised === 'object' ? promised[priority] : promised
  return {
    target: minutes === undefined ? null : Math.round(minutes * 60) * 1000,
    warnBefore: warnBefore === null ? null : Math.round(warnBefore * 60) * 1000,
  }
}

export type StepKind = 'warning' | 'breach' | 'reminder' | 'escalation'

/** Something that happens by itself while a clock runs, once. */
export interface ClockStep {
  key: string
  kind: StepKind
  notify: LadderRecipient
  /** When it is due: past or projected. */
  at: number
}

/** The next step that has not fired; null when a clock has none, or waits for the customer. */
export function nextStep(
  clock: PromiseClock,
  calendar: WorkingCalendar,
  ladder: readonly Rung[],
  fired: ReadonlySet<string>,
): ClockStep | null {
  if (clock.phase === 'idle' || clock.phase === 'done' || clock.target === null) return null
  const steps = stepsOf(clock, calendar, ladder).filter((step): step is ClockStep => step.at !== null && !fired.has(step.key))
  return steps.reduce<ClockStep | null>((first, step) => (first && first.at <= step.at ? first : step), null)
}

/** Every step of a clock in the order of the ladder; `at: null` never comes as things stand. */
export function stepsOf(
  clock: PromiseClock,
  calendar: WorkingCalendar,
  ladder: readonly Rung[],
): (Omit<ClockStep, 'at'> & { at: number | null })[] {
  const { target, breachedAt } = clock
  const broken = clock.breachedAfter ?? target
  // Past instants are approximate: they ignore pauses since the breach. Future ones are exact.
  const passed = (sinceBreach: number): number =>
    breachedAt === null ? clock.at : Math.min(clock.at, afterOpenTime(calendar, breachedAt, sinceBreach) ?? clock.at)
  const after = (length: number | null, sinceBreach = 0): number | null =>
    length !== null && length <= clock.elapsed ? passed(sinceBreach) : projected(clock, length, calendar)
  // Who is late needs no warning any more.
  const warning = breachedAt === null ? (clock.warnedAt ?? after(warnAfter(clock))) : null
  return [
    { key: 'warning', kind: 'warning', notify: 'owner', at: warning },
    { key: 'breach', kind: 'breach', notify: 'owner', at: breachedAt ?? after(target) },
    ...ladder.map(({ after_min, notify }, i) => ({
      key: `ladder.${i}`,
      kind: notify === 'owner' ? ('reminder' as const) : ('escalation' as const),
      notify,
      at: broken === null ? null : after(broken + after_min * minute, after_min * minute),
    })),
  ]
}
