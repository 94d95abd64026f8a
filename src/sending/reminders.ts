import { Temporal } from 'temporal-polyfill'
import { nextOpen, type SendingHours } from './sendingHours.ts'

/** Days after the invitation on which those who have not answered are reminded, e.g. [3, 7]; in order. */
export type ReminderDays = readonly number[]

export interface InvitationProgress {
  sentAt: Date
  reminders: readonly Date[]
  state: 'sent' | 'started' | 'answered' | 'opted-out' | 'bounced'
}

export type ReminderDecision =
  | { kind: 'send'; number: number; last: boolean }
  | { kind: 'wait'; until: Date }
  | { kind: 'done'; why: 'answered' | 'opted-out' | 'bounced' | 'reminded' | 'closes' | 'never-open' }

/**
 * Remind this person now? At the hour of the invitation, some days later, within sending hours, and never after the survey's close.
 * A reminder that comes late moves the next one on: two never stand closer than the rule says.
 */
export function decideReminder(
  { sentAt, reminders, state }: InvitationProgress,
  days: ReminderDays,
  hours: SendingHours,
  closesAt: Date | null,
  now: Date,
): ReminderDecision {
  if (state !== 'sent' && state !== 'started') return { kind: 'done', why: state }
  const number = reminders.length
  const wait = days[number]
  if (wait === undefined) return { kind: 'done', why: 'reminded' }
  const last = reminders.reduce<Date | null>((latest, at) => (latest && latest > at ? latest : at), null)
  const planned = daysLater(sentAt, wait, hours.zone)
  const spaced = last ? daysLater(last, wait - (days[number - 1] ?? 0), hours.zone) : planned
  const due = nextOpen(new Date(Math.max(planned.getTime(), spaced.getTime())), hours)
  if (!due) return { kind: 'done', why: 'never-open' }
  if (closesAt && (due >= closesAt || now >= closesAt)) return { kind: 'done', why: 'closes' }
  if (now < due) return { kind: 'wait', until: due }
  const open = nextOpen(now, hours)
  if (!open) return { kind: 'done', why: 'never-open' }
  if (open > now) return closesAt && open >= closesAt ? { kind: 'done', why: 'closes' } : { kind: 'wait', until: open }
  return { kind: 'send', number: number + 1, last: number + 1 === days.length }
}

/** The same wall clock some days on, also across a change of summer time. */
const daysLater = (at: Date, days: number, zone: string): Date =>
  new Date(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds)
