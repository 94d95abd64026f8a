// @words colleagues
import { t } from '../kit/i18n.ts'
import type { WorkingCalendar } from '../sla/calendar.ts'
import { openTime } from '../sla/openTime.ts'
import { isPromise, type PromiseName, promises } from './promiseNames.ts'

/** How a real alert went: when it was opened (or opened again), and when each step of the loop was done; null = not yet. */
export interface AlertTimes {
  ownerId: string
  begun: number
  acknowledge: number | null
  contact: number | null
  resolve: number | null
}

export interface PromiseTerm {
  target: PromiseName
  /** Working minutes. */
  minutes: number
}

/** How many promises would have been missed. `own`: known from the alert’s own course; `others`: taken from `samples` other courses. */
export interface MissedPromiseCount {
  target: PromiseName
  promised: number
  missed: number
  own: number
  others: number
  samples: number
}

/** Fewer of one owner say too little about them: then all owners together speak. */
const ENOUGH = 5

/** Was the promise missed? Null while nobody can tell: it is not done, and there is still time. */
export function isMissed(
  course: AlertTimes,
  { target, minutes }: PromiseTerm,
  calendar: WorkingCalendar,
  now: number,
): boolean | null {
  const done = course[target]
  const used = openTime(calendar, course.begun, done ?? now)
  return used > minutes * 60_000 ? true : done === null ? null : false
}

/**
 * What a promise would have meant for alerts of the past. `own` are the courses of those that were real alerts; `others` says how many more
 * there would have been, by owner; `known` is how alerts have gone so far.
 */
export function replayPromise(
  promised: PromiseTerm,
  { own, others, known }: { own: readonly AlertTimes[]; others: ReadonlyMap<string, number>; known: readonly AlertTimes[] },
  calendar: WorkingCalendar,
  now: number,
): MissedPromiseCount {
  const told = (courses: readonly AlertTimes[]) =>
    courses.flatMap(course => isMissed(course, promised, calendar, now) ?? []) as boolean[]
  const share = (missed: readonly boolean[]) => missed.filter(Boolean).length / missed.length
  const everybody = told(known)
  let expected = 0
  let asked = 0
  for (const [owner, n] of others) {
    const theirs = told(known.filter(course => course.ownerId === owner))
    const basis = theirs.length >= ENOUGH ? theirs : everybody
    if (basis.length === 0) continue
    expected += n * share(basis)
    asked += n
  }
  const mine = told(own)
  return {
    target: promised.target,
    promised: promised.minutes,
    missed: mine.filter(Boolean).length + Math.round(expected),
    own: mine.length,
    others: asked,
    samples: everybody.length,
  }
}

/** What a policy promises an alert, in the order of the loop. */
export const promiseTermsOf = (targets: Readonly<Record<string, number | Readonly<Record<string, number>>>>): PromiseTerm[] =>
  promises.flatMap(target => {
    const promised = targets[target]
    const minutes = typeof promised === 'object' ? promised['normal'] : promised
    return isPromise(target) && minutes !== undefined ? [{ target, minutes }] : []
  })

/** “12 by how they really went; 28 as 211 other alerts went” */
export function basisWords({ own, others, samples }: MissedPromiseCount): string {
  const parts = [
    own > 0 && t('{n, plural, one {# alert} other {# alerts}} by how they really went', { n: own }),
    others > 0 &&
      t(
        '{n, plural, one {# more} other {# more}}, as {samples, plural, one {# earlier alert} other {# earlier alerts}} of these owners went',
        {
          n: others,
          samples,
        },
      ),
  ].filter(part => part !== false)
  return parts.length > 0 ? parts.join('; ') : t('No alert has gone its way yet that one could judge by')
}
