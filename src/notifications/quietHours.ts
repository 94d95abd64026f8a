import { Temporal } from 'temporal-polyfill'

/** When somebody wants no mail: each night, `22:00` to `07:00` in their own zone, and perhaps the whole weekend. */
export interface QuietHours {
  zone: string
  from: string
  to: string
  weekends: boolean
}

/** When a mail may come that would come now: now, or when the quiet is over. */
export function quietUntil(quiet: QuietHours | null, now: Date): Date {
  if (!quiet) return now
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(quiet.zone)
  // A weekend may end inside a night, a night inside a weekend.
  for (let i = 0; i < 5; i++) {
    const next = endOf(quiet, at)
    if (Temporal.ZonedDateTime.compare(next, at) === 0) break
    at = next
  }
  return at.epochMilliseconds === now.getTime() ? now : new Date(at.epochMilliseconds)
}

function endOf(quiet: QuietHours, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const day = at.toPlainDate()
  if (quiet.weekends && day.dayOfWeek > 5) return midnight(day.add({ days: 8 - day.dayOfWeek }), quiet.zone)
  const overnight = quiet.to < quiet.from
  for (const begins of [day.subtract({ days: 1 }), day]) {
    const start = begins.toZonedDateTime({ timeZone: quiet.zone, plainTime: quiet.from })
    const end = (overnight ? begins.add({ days: 1 }) : begins).toZonedDateTime({ timeZone: quiet.zone, plainTime: quiet.to })
    if (Temporal.ZonedDateTime.compare(start, at) <= 0 && Temporal.ZonedDateTime.compare(at, end) < 0) return end
  }
  return at
}

const midnight = (day: Temporal.PlainDate, timeZone: string) => day.toZonedDateTime({ timeZone })
