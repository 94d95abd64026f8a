// @words colleagues
import type { WorkingCalendar } from './calendar.ts'
import { type PromiseClock, dueAt, stateOf } from './clock.ts'
import type { Translate, Values } from '../kit/i18n.ts'
import { clock as wallClock, day } from '../kit/words.ts'
import { workedTime } from './workedTime.ts'
import { appendToLog, type ClockLogEntry, logEntriesUntil } from './clockLog.ts'
import { horizonYears } from './openTime.ts'
import { offsetAt } from './zone.ts'

/** One line of an explanation: when, what, and how much of the promise it took. */
export interface ExplanationLine extends ClockLogEntry {
  /** Lies ahead: it will be so if nothing else happens. */
  ahead: boolean
  text: string
}

export interface ClockExplanation {
  /** What was promised at first; edits stand among the lines. */
  promised: string
  lines: ExplanationLine[]
  /** How it ends: “due Wed 7 Jan 2026, 17:55 (UTC)”. */
  outcome: string
  /** All of it in one sentence: the same on the page, in the simulator and in the record. */
  text: string
}

const farthest = 400 * 86_400_000

/**
 * Why a clock is due when it is due, piece by piece: `pieces` is what was so far (see clockLog.ts), the rest is looked ahead. Times are
 * told in `zone`.
 */
export function explainClock(
  clock: PromiseClock,
  pieces: readonly ClockLogEntry[],
  calendar: WorkingCalendar,
  zone: string,
  t: Translate,
): ClockExplanation {
  const due = dueAt(clock, calendar)
  const state = stateOf(clock)
  const end = state === 'running' && due !== null && due - clock.at < farthest ? due : clock.at
  const ahead = appendToLog([], logEntriesUntil(clock, calendar, end))
  const telling = { zone, t }
  const lines = [
    ...pieces.map(piece => ({ ...piece, ahead: false, text: lineOf(piece, false, telling) })),
    ...ahead.map((piece, i) => ({ ...piece, ahead: true, text: lineOf(piece, true, telling, i === ahead.length - 1) })),
  ]
  const first = pieces.find(({ kind }) => kind === 'promise')?.before
  const promised = promisedSentence(first === undefined ? clock.target : first, t)
  const outcome = outcomeOf(clock, due, telling)
  // In one sentence, what doesn’t count goes without saying, and so does the same edit twice.
  const told = lines
    .filter(line => line.kind !== 'closed' && line.kind !== 'done' && !isNothing(line))
    .map(line => line.text)
    .filter((text, i, all) => text !== all[i - 1])
  return { promised, lines, outcome, text: `${[promised, ...told].join('; ')} → ${outcome}` }
}

/** An opening of which less than a second was used: somebody edited the calendar right after. */
const isNothing = ({ kind, ahead, used }: ExplanationLine): boolean => kind === 'open' && !ahead && used < 1_000

const promisedSentence = (target: number | null, t: Translate): string =>
  target === null ? t('nothing promised') : t('{span} promised', { span: workedTime(target, t) })

interface ExplanationContext {
  zone: string
  t: Translate
}

function lineOf(piece: ClockLogEntry, ahead: boolean, telling: ExplanationContext, last = false): string {
  const { zone, t } = telling
  const values = { when: whenOf(piece, zone, t), place: piece.place ?? '', span: workedTime(piece.used, t), n: piece.n ?? 0 }
  if (piece.kind === 'hours' || piece.kind === 'promise') return editOf(piece, telling)
  if (piece.kind === 'many') return t('{when} over {n, plural, one {# opening} other {# openings}}: {span}', values)
  return withMovedClocks(stretchOf(piece, ahead, last, values, t), piece, telling)
}

function stretchOf({ kind }: ClockLogEntry, ahead: boolean, last: boolean, values: Values, t: Translate): string {
  if (kind === 'paused') return t('waiting for the customer {when}', values)
  if (kind === 'done') return t('settled {when}', values)
  if (kind === 'closed') return t('{when} closed, doesn’t count', values)
  if (!ahead) return t('{place} {when}: {span} used', values)
  return last ? t('{place} {when}: {span} left', values) : t('{place} {when}: {span}', values)
}

function editOf({ kind, from, target }: ClockLogEntry, { zone, t }: ExplanationContext): string {
  const when = `${dateFormat(t.intl, zone, false).format(from)} ${wallClock(from, zone, t)}`
  if (kind === 'hours') return t('other working hours from {when}', { when })
  if (target === null || target === undefined) return t('nothing promised any more from {when}', { when })
  return t('{span} promised from {when}', { when, span: workedTime(target, t) })
}

// Otherwise nobody would know why 01:00–05:00 is three hours, or five.
function withMovedClocks(line: string, { from, to }: ClockLogEntry, { zone, t }: ExplanationContext): string {
  const moved = offsetAt(zone, to) - offsetAt(zone, from)
  if (moved === 0) return line
  const values = { line, span: workedTime(Math.abs(moved), t) }
  return moved > 0 ? t('{line} (clocks go forward {span})', values) : t('{line} (clocks go back {span})', values)
}

function outcomeOf(clock: PromiseClock, due: number | null, { zone, t }: ExplanationContext): string {
  const state = stateOf(clock)
  const at = due === null ? '' : instantOf(due, zone, t)
  if (state === 'breached') return t('broken at {at}', { at })
  if (state === 'met') return t('kept, {span} to spare', { span: workedTime(clock.target! - clock.elapsed, t) })
  if (state === 'paused')
    return t('no due time while we wait for the customer; {span} left', { span: workedTime(clock.target! - clock.elapsed, t) })
  if (state === 'idle') return t('not running')
  if (due === null) return t('never due: the calendar does not open long enough within {n} years', { n: horizonYears })
  return t('due {at}', { at })
}

/** “Mon 17:10–18:00”, “Mon 18:00–Tue 08:00”; a date where it is more than a week. */
function whenOf({ from, to }: ClockLogEntry, zone: string, t: Translate): string {
  const far = to - from > 6 * 86_400_000
  const name = (at: number) => dateFormat(t.intl, zone, far).format(at)
  const [first, last] = [name(from), name(to)]
  const end = `${wallClock(to, zone, t)}`
  return `${first} ${wallClock(from, zone, t)}–${first === last ? end : `${last} ${end}`}`
}

/** “Wed 7 January 2026, 17:55 (UTC)” */
const instantOf = (at: number, zone: string, t: Translate): string =>
  `${day(at, { zone, weekday: true }, t)}, ${wallClock(at, zone, t)} (${zone})`

const formats = new Map<string, Intl.DateTimeFormat>()

// Made once: it costs fifty times as much as using it, and a list of alerts explains hundreds of clocks.
function dateFormat(locale: string, timeZone: string, far: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${far}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { timeZone, ...(far ? { day: 'numeric', month: 'short' } : { weekday: 'short' }) })
  formats.set(key, format)
  return format
}
