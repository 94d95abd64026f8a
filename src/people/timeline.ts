import type { Day } from './day.ts'

/** From this day on, until the next change. */
export interface DatedValue<T> {
  from: Day
  value: T
}

/** The changes of one thing, earliest first. Before the first one it did not exist. */
export type Timeline<T> = readonly DatedValue<T>[]

/** A change with the day that ends it, as the database keeps it; `to` is the first day that no longer counts. */
export interface ValidityPeriod<T> extends DatedValue<T> {
  to: Day | null
}

/** What holds on a day; undefined before the first change. */
export const valueOn = <T>(timeline: Timeline<T>, day: Day): T | undefined =>
  timeline.findLast(change => change.from <= day)?.value

/** The timeline after `value` holds from `from` on. What is planned for later days stays planned. */
export function changedFrom<T>(timeline: Timeline<T>, from: Day, value: T): Timeline<T> {
  const others = timeline.filter(change => change.from !== from)
  return withoutRepeats([...others, { from, value }].sort((a, b) => (a.from < b.from ? -1 : 1)))
}

/** The timeline without the change of that day: what held before goes on. The first change cannot go. */
export const withoutChange = <T>(timeline: Timeline<T>, from: Day): Timeline<T> =>
  withoutRepeats(timeline.filter((change, i) => i === 0 || change.from !== from))

export const validityPeriodsOf = <T>(timeline: Timeline<T>): ValidityPeriod<T>[] =>
  timeline.map((change, i) => ({ ...change, to: timeline[i + 1]?.from ?? null }))

const withoutRepeats = <T>(timeline: Timeline<T>): Timeline<T> =>
  timeline.filter((change, i) => i === 0 || change.value !== timeline[i - 1]!.value)
