import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdays } from '../accounts/orgSettings.ts'
import type { CalendarSpec, OpeningTimes } from './calendar.ts'
import { slaPreview } from './slaPreview.ts'

// An independent reading of the rules: it walks minute by minute, asks the wall clock of Intl, and knows nothing of intervals.

const minute = 60_000
/** So far the stepper looks for a due time; what lies further ahead is not compared. */
const lookAhead = 9 * 1440 * minute
const metrics = ['first_response', 'next_response', 'resolution', 'provider_response'] as const
type Metric = (typeof metrics)[number]
type Targets = Partial<Record<Metric, number | Record<string, number>>> & { warn_before_min?: number }
interface Event {
  at: number
  type: string
  to?: string
  by?: string
  date?: string
}
interface Story {
  calendars: Record<string, CalendarSpec>
  calendar: string
  provider: string
  policy: Targets
  events: Event[]
  asOf: number
}

const quarter = 15 * minute
const walls = new Map<string, { format: Intl.DateTimeFormat; known: Map<number, string> }>()

/** `2026-03-29 02:30` on the wall of a zone. No clock is moved but at a quarter of an hour, so Intl is asked for those only. */
function wall(zone: string, at: number): string {
  let book = walls.get(zone)
  if (!book) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    walls.set(zone, (book = { format, known: new Map() }))
  }
  let text = book.known.get(at)
  if (text === undefined) {
    const past = at % quarter
    text = past === 0 ? book.format.format(at) : later(wall(zone, at - past), past / minute)
    book.known.set(at, text)
  }
  return text
}

const later = (text: string, minutes: number): string =>
  text.slice(0, 14) + String(Number(text.slice(14)) + minutes).padStart(2, '0')

const next = (date: string, days = 1) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (date: string) => weekdays[(new Date(date).getUTCDay() + 6) % 7]!

/** What is written for a date, halves of night shifts apart. */
function written(spec: CalendarSpec, date: string): OpeningTimes[] {
  if (spec.holidays?.includes(date)) return []
  const before = next(date, -1)
  const halves = (openings: readonly OpeningTimes[] | undefined, half: 'evening' | 'morning'): OpeningTimes[] =>
    (openings ?? []).flatMap(([open, close]): OpeningTimes[] => {
      if (close > open) return half === 'evening' ? [[open, close]] : []
      return half === 'evening' ? [[open, '24:00']] : [['00:00', close]]
    })
  const usual = [...halves(spec.hours?.[weekday(date)], 'evening'), ...halves(spec.hours?.[weekday(before)], 'morning')]
  return [...(spec.special?.[date] ? halves(spec.special[date], 'evening') : usual), ...halves(spec.special?.[before], 'morning')]
}

const days = new Map<string, number[]>()

/** Every minute of a local date, as the zone lived it. */
function minutesOf(zone: string, date: string): number[] {
  const key = `${zone} ${date}`
  let found = days.get(key)
  if (!found) {
    const noon = Date.parse(`${date}T12:00:00Z`)
    found = Array.from({ length: 3 * 1440 }, (_, i) => noon + (i - 2160) * minute).filter(at => wall(zone, at).startsWith(date))
    days.set(key, found)
  }
  return found
}

const shifts = new WeakMap<CalendarSpec, Map<string, { first: number; last: number }[]>>()

/** First and last open minute of each opening of a date. */
function shiftsOn(spec: CalendarSpec, date: string): { first: number; last: number }[] {
  const known = shifts.get(spec) ?? new Map<string, { first: number; last: number }[]>()
  shifts.set(spec, known)
  if (!known.has(date)) {
    const lived = minutesOf(spec.tz!, date)
    const found = written(spec, date).flatMap(([open, close]) => {
      const first = lived.find(instant => wall(spec.tz!, instant).slice(11) >= open)
      const last = lived.findLast(instant => wall(spec.tz!, instant).slice(11) < close)
      return first === undefined || last === undefined ? [] : [{ first, last }]
    })
    known.set(date, found)
  }
  return known.get(date)!
}

function isOpen(specs: Record<string, CalendarSpec>, name: string, at: number): boolean {
  const spec = specs[name]!
  if (spec.union) return spec.union.some(member => isOpen(specs, member, at))
  return shiftsOn(spec, wall(spec.tz!, at).slice(0, 10)).some(({ first, last }) => at >= first && at <= last)
}

class Stepper {
  readonly specs: Record<string, CalendarSpec>
  readonly story: Story
  calendar: string
  priority = 'normal'
  status = 'open'
  spoken = false
  clocks = Object.fromEntries(metrics.map(m => [m, { phase: 'idle', used: 0, due: 0, warn: 0 }])) as Record<
    Metric,
    { phase: string; used: number; due: number; warn: number }
  >

  constructor(story: Story) {
    this.story = story
    this.calendar = story.calendar
    this.specs = structuredClone(story.calendars)
  }

  target(m: Metric): number | undefined {
    const promised = this.story.policy[m]
    return typeof promised === 'object' ? promised[this.priority] : promised
  }

  begin = (m: Metric) => void (this.clocks[m] = { phase: 'running', used: 0, due: 0, warn: 0 })
  to = (m: Metric, phase: string) => this.clocks[m].phase !== 'idle' && void (this.clocks[m].phase = phase)
  speak() {
    this.spoken = true
    this.to('first_response', 'done')
    this.to('next_response', 'done')
  }

  happen({ type, to, by, date }: Event) {
    if (type === 'create') {
      this.begin('resolution')
      if (by === 'agent') this.spoken = true
      else this.begin('first_response')
    }
    if (type === 'agent_reply') this.speak()
    if (type === 'customer_message') {
      if (this.spoken && this.clocks.next_response.phase !== 'running') this.begin('next_response')
      if (this.status !== 'open') this.to('resolution', 'running')
      this.status = 'open'
    }
    if (type === 'status') {
      this.status = to!
      if (to === 'solved') this.speak()
      this.to('resolution', { solved: 'done', pending: 'paused', open: 'running' }[to!]!)
    }
    if (type === 'priority') {
      this.priority = to!
      for (const m of metrics) {
        const { used, due } = this.clocks[m]
        if (!due && used < this.target(m)! - (this.story.policy.warn_before_min ?? 0)) this.clocks[m].warn = 0
      }
    }
    if (type === 'calendar') this.calendar = to!
    if (type === 'holiday_added') this.close(date!)
    if (type === 'ask_provider' && this.clocks.provider_response.phase !== 'running') this.begin('provider_response')
    if (type === 'provider_answer') this.to('provider_response', 'done')
  }

  close(date: string) {
    const spec = this.specs[this.calendar]!
    this.specs[this.calendar] = { ...spec, holidays: [...spec.holidays!, date] }
  }

  check(at: number) {
    for (const m of metrics) {
      const clock = this.clocks[m]
      const target = this.target(m)
      if (target === undefined || (clock.phase !== 'running' && clock.phase !== 'paused')) continue
      if (!clock.due && clock.used >= target) clock.due = at
      const early = this.story.policy.warn_before_min
      if (early !== undefined && !clock.warn && clock.used >= target - early) clock.warn = at
    }
  }

  pass(at: number) {
    for (const m of metrics) {
      const name = m === 'provider_response' ? this.story.provider : this.calendar
      if (this.clocks[m].phase === 'running' && isOpen(this.specs, name, at)) this.clocks[m].used++
    }
  }

  tell() {
    const { events, asOf } = this.story
    for (let at = events[0]!.at; at <= asOf; at += minute) {
      for (const event of events) if (event.at === at) this.happen(event)
      this.check(at)
      if (at < asOf) this.pass(at)
    }
    const now = structuredClone(this.clocks)
    // On, as if nothing else happened.
    for (let at = asOf; at <= asOf + lookAhead; at += minute) {
      this.check(at)
      this.pass(at)
    }
    return Object.fromEntries(metrics.map(m => [m, this.told(m, now[m])]))
  }

  told(m: Metric, now: Stepper['clocks'][Metric]) {
    const time = (at: number) => (at ? new Date(at).toISOString().replace('.000Z', 'Z') : null)
    if (now.phase === 'idle' || (this.target(m) === undefined && !now.due)) {
      return { state: 'idle', elapsed_min: 0, due_at: null, warn_at: null }
    }
    const state = now.due ? 'breached' : now.phase === 'done' ? 'met' : now.phase
    const shown = state === 'breached' ? now : state === 'running' ? this.clocks[m] : { due: 0, warn: 0 }
    // The warning of a breached clock that still runs lies in the past too.
    return { state, elapsed_min: now.used, due_at: time(shown.due), warn_at: time(shown.warn) }
  }
}

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Pacific/Apia',
]
// Weeks in which clocks are moved somewhere above (in 2011 Apia had no 30 December), and a quiet one.
const starts = [
  '2026-03-27',
  '2026-04-03',
  '2026-04-23',
  '2026-10-23',
  '2026-10-29',
  '2026-03-06',
  '2026-06-10',
  '2026-12-30',
  '2026-02-13',
  '2026-03-20',
  '2026-09-03',
  '2011-12-28',
]

const time = fc.integer({ min: 0, max: 47 }).map(half => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
const opening = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00')))
  .filter(([open, close]) => open !== close) as fc.Arbitrary<OpeningTimes>
const week = fc.record(Object.fromEntries(weekdays.map(day => [day, fc.array(opening, { maxLength: 2 })])), {
  requiredKeys: ['sun', 'thu'],
})

const story: fc.Arbitrary<Story> = fc.constantFrom(...starts).chain(start => {
  const date = fc.integer({ min: -1, max: 6 }).map(n => next(start, n))
  const place = fc.record({
    tz: fc.constantFrom(...zones),
    hours: week,
    holidays: fc.uniqueArray(date, { maxLength: 2 }),
    special: fc.dictionary(date, fc.array(opening, { maxLength: 2 }), { maxKeys: 2 }),
  })
  const at = fc.integer({ min: 0, max: 5 * 96 }).map(quarter => Date.parse(start) + quarter * 15 * minute)
  const target = fc.integer({ min: 1, max: 900 })
  const event = fc.oneof(
    fc.record({
      type: fc.constantFrom(
        'customer_message',
        'agent_reply',
        'note',
        'auto_reply',
        'bot_reply',
        'ask_provider',
        'provider_answer',
      ),
      at,
    }),
    fc.record({ type: fc.constant('status'), at, to: fc.constantFrom('open', 'pending', 'solved') }),
    fc.record({ type: fc.constant('priority'), at, to: fc.constantFrom('normal', 'urgent') }),
    fc.record({ type: fc.constant('calendar'), at, to: fc.constantFrom('a', 'b', 'both') }),
    fc.record({ type: fc.constant('holiday_added'), at, date }),
  )
  return fc.record({
    calendars: fc.record({ a: place, b: place, both: fc.constant({ union: ['a', 'b'], holidays: [] }) }),
    calendar: fc.constantFrom('a', 'b', 'both'),
    provider: fc.constantFrom('a', 'b', 'both'),
    policy: fc.record(
      {
        first_response: fc.oneof(target, fc.record({ normal: target, urgent: target })),
        next_response: target,
        resolution: fc.record({ normal: target, urgent: target }),
        provider_response: target,
        warn_before_min: fc.integer({ min: 0, max: 300 }),
      },
      { requiredKeys: ['resolution'] },
    ),
    events: fc
      .tuple(fc.constantFrom('customer', 'agent'), fc.array(event, { maxLength: 7 }))
      .map(([by, more]) => [{ type: 'create', by, at: Date.parse(start) }, ...more.sort((x, y) => x.at - y.at)] as Event[]),
    asOf: at,
  })
})

// A union closes no date of its own in the stepper: a holiday added to it belongs to its members.
const plain = (told: Story) => !told.events.some(({ type }) => type === 'holiday_added') || told.calendar !== 'both'

describe('the clocks against a stepper that walks minute by minute', () => {
  it('agree on every state, elapsed time, due time and warning', { timeout: 300_000 }, () => {
    const numRuns = Number(process.env['SLA_STORIES'] ?? 40)
    fc.assert(
      fc.property(
        story.filter(plain).filter(({ events }) => !movesToBothBeforeHoliday(events)),
        told => {
          const expected = new Stepper(told).tell()
          const instant = (at: number) => new Date(at).toISOString()
          const { calendars, calendar, provider, policy, events, asOf } = told
          const actual = slaPreview({
            calendars,
            case: { calendar, policy, provider_calendar: provider, events: events.map(e => ({ ...e, at: instant(e.at) })) },
            as_of: instant(asOf),
          }) as unknown as Record<string, { due_at: string | null; warn_at: string | null }>
          const end = new Date(asOf + lookAhead).toISOString()
          for (const clock of Object.values(actual)) {
            if (clock.due_at && clock.due_at > end) clock.due_at = null
            if (clock.warn_at && clock.warn_at > end) clock.warn_at = null
          }
          expect(actual).toEqual(expected)
        },
      ),
      { numRuns, ...(process.env['SLA_SEED'] && { seed: Number(process.env['SLA_SEED']) }) },
    )
  })
})

function movesToBothBeforeHoliday(events: readonly Event[]): boolean {
  const moved = events.findIndex(({ type, to }) => type === 'calendar' && to === 'both')
  return moved >= 0 && events.slice(moved).some(({ type }) => type === 'holiday_added')
}
