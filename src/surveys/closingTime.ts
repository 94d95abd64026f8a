import { Temporal } from 'temporal-polyfill'

/** The instant at which a survey closes: an instant is itself, a day ("2026-03-31") lasts until its end in the organisation's zone. */
export function closingTime(closesAt: string, zone: string): Date {
  if (closesAt.includes('T')) return new Date(closesAt)
  const next = Temporal.PlainDate.from(closesAt).add({ days: 1 })
  return new Date(next.toZonedDateTime({ timeZone: zone }).epochMilliseconds)
}
