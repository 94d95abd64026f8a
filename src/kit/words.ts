// @words everybody
import { t as active, type Translate } from './i18n.ts'

// How the product writes numbers, dates and spans: tabular, a true minus, two units at most, the clock beside the span.

/** A time as anything JavaScript reads: a Date, milliseconds or an ISO string. */
export type Time = Date | number | string

const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour

const number = (value: number, options: Intl.NumberFormatOptions, t: Translate): string =>
  // An amount that rounds to nothing has no sign: −0.04 is 0.0, not −0.0.
  apart(new Intl.NumberFormat(t.intl, { signDisplay: 'negative', ...options }).format(value).replace('-', '−'), t)

// Among words that run from right to left, a sign would jump behind its number: marks keep the two together.
const apart = (figure: string, t: Translate): string =>
  t.dir === 'rtl' && /[−+±%]/.test(figure) ? `\u2066${figure}\u2069` : figure

/** A name or a quotation among words that may run the other way: neither moves the other's marks. */
export const isolated = (said: string, t: Translate = active): string =>
  t.dir === 'rtl' || /[\u0590-\u08ff]/.test(said) ? `\u2068${said}\u2069` : said

/** 1842 → “1,842” */
export const count = (n: number, t: Translate = active): string => number(n, { maximumFractionDigits: 0 }, t)

/** −4.62 → “−4.6” */
export const decimal = (n: number, digits = 1, t: Translate = active): string =>
  number(n, { minimumFractionDigits: digits, maximumFractionDigits: digits }, t)

/** A change: “+0.5”, “−4.6”, “0.0” */
export const signed = (n: number, digits = 1, t: Translate = active): string =>
  number(n, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }, t)

/** A share from 0 to 1: 0.931 → “93 %”, with a space that does not break. */
export const percent = (share: number, digits = 0, t: Translate = active): string =>
  apart(`${decimal(share * 100, digits, t)}\u00a0%`, t)

/** A score with half the width of its interval: “31.2 ± 3.6”; in a headline “31 ± 4”. */
export const plusMinus = (score: number, low: number, high: number, digits = 1, t: Translate = active): string =>
  apart(`${decimal(score, digits, t)} ${half(low, high, digits, t)}`, t)

/** The part after the score: “± 3.6”. */
export const half = (low: number, high: number, digits = 1, t: Translate = active): string =>
  apart(`± ${decimal((high - low) / 2, digits, t)}`, t)

/** 8_214_000 bytes → “8.2 MB” */
export function bytes(n: number, t: Translate = active): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = n < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3))
  const size = n / 1000 ** step
  return `${decimal(size, step > 0 && size < 10 ? 1 : 0, t)} ${units[step]}`
}

/** Two units at most: “50 min”, “2 h 50 min”, “3 days 4 h”; under a minute “less than a minute”. */
export function span(milliseconds: number, t: Translate = active): string {
  const whole = Math.floor(Math.abs(milliseconds) / minute)
  const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60]
  if (whole === 0) return t('less than a minute')
  if (days >= 7 || (days > 0 && hours === 0)) return t('{days, plural, one {# day} other {# days}}', { days })
  if (days > 0) return t('{days, plural, one {# day} other {# days}} {hours} h', { days, hours })
  if (hours === 0) return t('{minutes} min', { minutes })
  return minutes === 0 ? t('{hours} h', { hours }) : t('{hours} h {minutes} min', { hours, minutes })
}

/** What a promise says: “50 min left”, “2 h 50 min late”. */
export function left(dueAt: Time, now: Time, t: Translate = active): string {
  const rest = at(dueAt) - at(now)
  return rest >= 0 ? t('{span} left', { span: span(rest, t) }) : t('{span} late', { span: span(rest, t) })
}

/** “just now”, “5 min ago”, “3 days ago” */
export function ago(time: Time, now: Time, t: Translate = active): string {
  const past = at(now) - at(time)
  return past < minute
    ? t('just now')
    : t('{span} ago', { span: span(past < dayLength ? past : Math.floor(past / dayLength) * dayLength, t) })
}

/** “14:31” */
export const clock = (time: Time, zone?: string, t: Translate = active): string =>
  format(time, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }, t)

/** A moment as near as it is: “14:31”, “yesterday 14:31”, “Mon 17:10”, “3 Nov”, “3 Nov 2025”. */
export function moment(time: Time, now: Time, zone?: string, t: Translate = active): string {
  const days = dayNumber(time, zone) - dayNumber(now, zone)
  const hours = clock(time, zone, t)
  if (days === 0) return hours
  if (days === -1) return t('yesterday {clock}', { clock: hours })
  if (days === 1) return t('tomorrow {clock}', { clock: hours })
  if (Math.abs(days) < 7) return `${format(time, { weekday: 'short', timeZone: zone }, t)} ${hours}`
  return shortDay(time, now, zone, t)
}

/** “19 March 2026”; with its weekday “Thu 19 March 2026”. Business days come as `2026-03-19` and stand in no zone. */
export function day(time: Time, options: { zone?: string; weekday?: boolean } = {}, t: Translate = active): string {
  const timeZone = isBusinessDay(time) ? 'UTC' : options.zone
  const date = format(time, { day: 'numeric', month: 'long', year: 'numeric', timeZone }, t)
  return options.weekday ? `${format(time, { weekday: 'short', timeZone }, t)} ${date}` : date
}

/** “19 Mar”, with the year when it is another one than now's. */
export function shortDay(time: Time, now: Time, zone?: string, t: Translate = active): string {
  const timeZone = isBusinessDay(time) ? 'UTC' : zone
  const sameYear = format(time, { year: 'numeric', timeZone }, t) === format(now, { year: 'numeric', timeZone }, t)
  return format(time, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }), timeZone }, t)
}

/** “Mar 2026” */
export const month = (time: Time, t: Translate = active): string =>
  format(time, { month: 'short', year: 'numeric', timeZone: isBusinessDay(time) ? 'UTC' : undefined }, t)

/** “19 March 2026, 14:31” */
export const dayAndClock = (time: Time, zone?: string, t: Translate = active): string =>
  `${day(time, { zone }, t)}, ${clock(time, zone, t)}`

/** “1 Jan – 17 Mar 2026” */
export function days(from: Time, to: Time, t: Translate = active): string {
  return formatter(
    { day: 'numeric', month: 'short', year: 'numeric', timeZone: isBusinessDay(from) ? 'UTC' : undefined },
    t,
  ).formatRange(at(from), at(to))
}

/** “OH” for Omar Haddad: what stands in a round avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!].map(w => [...w][0]) : [...words[0]!].slice(0, 2)
  return letters.join('').toUpperCase()
}

/** “Mira, Tomasz and Jill” */
export const list = (names: readonly string[], t: Translate = active): string =>
  new Intl.ListFormat(t.intl, { type: 'conjunction' }).format(names)

const at = (time: Time): number => new Date(time).getTime()

const isBusinessDay = (time: Time): boolean => typeof time === 'string' && time.length === 10

const format = (time: Time, options: Intl.DateTimeFormatOptions, t: Translate): string => formatter(options, t).format(at(time))

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs 50 times as much as using it, and a list of alerts writes hundreds of times.
function formatter(options: Intl.DateTimeFormatOptions, t: Translate): Intl.DateTimeFormat {
  const key = t.intl + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(t.intl, options)
  formatters.set(key, known)
  return known
}

/** Days since 1970 as the wall calendar of a zone counts them. */
function dayNumber(time: Time, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at(time),
  )
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / dayLength)
}
