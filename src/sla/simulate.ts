import type { Translate } from '../kit/i18n.ts'
import type { WorkingCalendar } from './calendar.ts'
import { begin, dueAt, idleClock, markReachedTargets, warnAt } from './clock.ts'
import { explainClock, type ClockExplanation } from './explain.ts'
import { type PolicyContent, type Rung, type ClockStep, stepsOf, targetOf } from './policy.ts'

/** One promise as it would run if it began at an instant and nobody acted. */
export interface Simulated {
  target: string
  dueAt: number | null
  warnAt: number | null
  explanation: ClockExplanation
  /** What would happen by itself, in order. */
  steps: (Omit<ClockStep, 'at'> & { at: number | null; rung: Rung | undefined })[]
}

export interface Simulation {
  content: PolicyContent
  calendar: WorkingCalendar
  start: number
  priority?: string
  zone: string
}

/** What a policy promises under a calendar to whoever comes at `start`, with the reason in words. */
export function simulate({ content, calendar, start, priority = 'normal', zone }: Simulation, t: Translate): Simulated[] {
  return Object.keys(content.targets).flatMap(target => {
    const clock = markReachedTargets(begin(idleClock(targetOf(content, target, priority), start)))
    if (clock.target === null) return []
    const steps = stepsOf(clock, calendar, content.ladder).map((step, i) => ({ ...step, rung: content.ladder[i - 2] }))
    return [
      {
        target,
        dueAt: dueAt(clock, calendar),
        warnAt: warnAt(clock, calendar),
        explanation: explainClock(clock, [], calendar, zone, t),
        steps: steps.filter(step => step.key !== 'warning' || content.warnBefore !== null),
      },
    ]
  })
}
