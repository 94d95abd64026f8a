import { describe, expect, it } from 'vitest'
import { slaPreview } from './slaPreview.ts'

// Corners of the rules, each a story. Wednesday 7 January 2026; the office is open 09:00–17:00 UTC from Monday to Friday.

const office = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['09:00', '17:00']]]))
const night = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['22:00', '06:00']]]))
const calendars = {
  office: { tz: 'UTC', hours: office },
  night: { tz: 'Europe/Berlin', hours: night, holidays: ['2026-01-08'] },
  gap: { tz: 'Europe/Berlin', hours: { sun: [['02:15', '02:45']] } },
  fold: { tz: 'Europe/Berlin', hours: { sun: [['01:00', '02:30']] } },
  once: { tz: 'UTC', hours: {}, special: { '2026-01-09': [['10:00', '12:00']] } },
  never: { tz: 'UTC', hours: {} },
  ever: { union: ['night', 'office'] },
}
const at = (time: string) => (time.includes('T') ? `${time}:00Z` : `2026-01-07T${time}:00Z`)

type Said = [time: string, type: string, more?: object]

function told(policy: object, events: Said[], asOf: string, more: object = {}) {
  const story = {
    calendar: 'office',
    policy,
    events: events.map(([time, type, rest]) => ({ at: at(time), type, ...rest })),
    ...more,
  }
  const clocks = slaPreview({ calendars, case: story, as_of: at(asOf) }) as unknown as Record<string, Record<string, unknown>>
  return {
    first: clocks['first_response']!,
    next: clocks['next_response']!,
    resolution: clocks['resolution']!,
    provider: clocks['provider_response']!,
  }
}

const create: Said = ['09:00', 'create']
const reply = (time: string): Said => [time, 'agent_reply']
const message = (time: string): Said => [time, 'customer_message']
const status = (time: string, to: string): Said => [time, 'status', { to }]

describe('first response', () => {
  it('is broken from the due instant on, and kept by a reply at that very instant', () => {
    expect(told({ first_response: 60 }, [create], '10:00').first).toMatchObject({ state: 'breached', due_at: at('10:00') })
    expect(told({ first_response: 60 }, [create, reply('10:00')], '10:00').first).toMatchObject({ state: 'met', due_at: null })
  })
  it('is not promised for a ticket that an agent opened; what the customer then writes waits for the next response', () => {
    const events: Said[] = [['09:00', 'create', { by: 'agent' }], message('10:00')]
    const { first, next } = told({ first_response: 60, next_response: 30 }, events, '10:10')
    expect(first).toEqual({ state: 'idle', elapsed_min: 0, due_at: null, warn_at: null })
    expect(next).toMatchObject({ state: 'running', due_at: at('10:30') })
  })
  it('is kept by solving', () => {
    expect(told({ first_response: 60 }, [create, status('09:30', 'solved')], '12:00').first).toMatchObject({
      state: 'met',
      elapsed_min: 30,
    })
  })
  it('stays broken when the answer comes late', () => {
    expect(told({ first_response: 60 }, [create, reply('10:30')], '16:00').first).toEqual({
      state: 'breached',
      elapsed_min: 90,
      due_at: at('10:00'),
      warn_at: null,
    })
  })
  it('does not wait for the customer: pending pauses the resolution only', () => {
    const { first, resolution } = told({ first_response: 120, resolution: 240 }, [create, status('09:30', 'pending')], '10:00')
    expect(first).toMatchObject({ state: 'running', due_at: at('11:00') })
    expect(resolution).toMatchObject({ state: 'paused', elapsed_min: 30, due_at: null, warn_at: null })
  })
})

describe('next response', () => {
  it('begins anew with the first message after an answer, also after a broken one', () => {
    const events = [create, reply('09:10'), message('10:00'), reply('12:00'), message('13:00')]
    expect(told({ next_response: 60 }, events, '12:00').next).toMatchObject({
      state: 'breached',
      due_at: at('11:00'),
      elapsed_min: 120,
    })
    expect(told({ next_response: 60 }, events, '13:10').next).toMatchObject({
      state: 'running',
      elapsed_min: 10,
      due_at: at('14:00'),
    })
  })
  it('is armed by a message to a ticket that was solved without a word', () => {
    const events = [create, status('09:30', 'solved'), message('10:00')]
    const { next, resolution } = told({ next_response: 60, resolution: 120 }, events, '10:00')
    expect(next).toMatchObject({ state: 'running', due_at: at('11:00') })
    expect(resolution).toMatchObject({ state: 'running', due_at: at('11:30') })
  })
})

describe('resolution', () => {
  it('is free while solved, and resumes what had elapsed when an agent opens the ticket again', () => {
    const events = [create, status('10:00', 'solved'), status('15:00', 'open')]
    expect(told({ resolution: 120 }, events, '15:00').resolution).toMatchObject({
      state: 'running',
      elapsed_min: 60,
      due_at: at('16:00'),
    })
  })
  it('stays broken, solved or opened again', () => {
    const events = [create, status('12:00', 'solved'), message('13:00'), status('14:00', 'pending')]
    for (const time of ['12:00', '13:30', '15:00']) {
      expect(told({ resolution: 120 }, events, time).resolution).toMatchObject({ state: 'breached', due_at: at('11:00') })
    }
  })
  it('is broken when the time ran out at the very instant of a pause', () => {
    expect(told({ resolution: 60 }, [create, status('10:00', 'pending')], '12:00').resolution).toMatchObject({
      state: 'breached',
      due_at: at('10:00'),
    })
  })
})

describe('edits', () => {
  it('act from their instant on: a lower target that is used up breaks the promise then, a higher one rescues it', () => {
    const policy = { resolution: { normal: 480, urgent: 60, low: 960 }, warn_before_min: 30 }
    const urgent: Said = ['12:00', 'priority', { to: 'urgent' }]
    expect(told(policy, [create, urgent], '13:00').resolution).toMatchObject({
      state: 'breached',
      due_at: at('12:00'),
      warn_at: at('12:00'),
    })
    expect(told(policy, [create, status('11:00', 'pending'), urgent], '13:00').resolution).toMatchObject({
      state: 'breached',
      due_at: at('12:00'),
    })
    const low: Said = ['16:50', 'priority', { to: 'low' }]
    expect(told(policy, [create, low], '16:50').resolution).toMatchObject({
      due_at: '2026-01-08T17:00:00Z',
      warn_at: '2026-01-08T16:30:00Z',
    })
  })
  it('of holidays close a date from then on and keep what has elapsed', () => {
    const events: Said[] = [create, ['11:00', 'holiday_added', { date: '2026-01-07' }]]
    expect(told({ resolution: 180 }, events, '15:00').resolution).toMatchObject({
      elapsed_min: 120,
      due_at: '2026-01-08T10:00:00Z',
    })
  })
  it('after the time one looks at have not happened yet', () => {
    expect(told({ first_response: 60 }, [create, reply('09:30')], '09:20').first).toMatchObject({
      state: 'running',
      due_at: at('10:00'),
    })
    expect(told({ first_response: 60 }, [create], '08:00').first).toMatchObject({ state: 'idle' })
  })
})

describe('calendars', () => {
  const due = (calendar: string, minutes: number, from: string) =>
    told({ resolution: minutes }, [[from, 'create']], from, { calendar }).resolution['due_at']

  it('close the date of a holiday and no more: of two nights half each', () => {
    // 22:00–24:00 on the 7th, nothing on the 8th, from 00:00 on the 9th.
    expect(due('night', 120, '20:00')).toBe('2026-01-07T23:00:00Z')
    expect(due('night', 150, '20:00')).toBe('2026-01-08T23:30:00Z')
  })
  it('skip an opening that lies wholly in the spring gap', () => {
    expect(due('gap', 10, '2026-03-28T12:00')).toBe('2026-04-05T00:25:00Z')
  })
  it('count the repeated hour twice', () => {
    // 01:00–02:30 on the night of the fold: 2 h 30 min.
    expect(due('fold', 150, '2026-10-24T12:00')).toBe('2026-10-25T01:30:00Z')
  })
  it('may open once and never again', () => {
    expect(due('once', 120, '10:00')).toBe('2026-01-09T12:00:00Z')
    expect(due('once', 121, '10:00')).toBeNull()
    expect(due('never', 1, '10:00')).toBeNull()
    expect(told({ resolution: 60 }, [create], '12:00', { calendar: 'never' }).resolution).toMatchObject({
      state: 'running',
      elapsed_min: 0,
    })
  })
  it('of two places count hours that overlap once', () => {
    expect(due('ever', 60, '16:30')).toBe('2026-01-07T21:30:00Z')
  })
})

it('asks the provider on the provider’s calendar, beside the customer’s clocks, through pauses', () => {
  const events: Said[] = [create, ['10:00', 'ask_provider'], status('10:30', 'pending'), ['23:00', 'provider_answer']]
  const policy = { resolution: 480, provider_response: 120 }
  const { provider, resolution } = told(policy, events, '21:30', { provider_calendar: 'night' })
  expect(provider).toMatchObject({ state: 'running', elapsed_min: 30, due_at: at('23:00') })
  expect(resolution).toMatchObject({ state: 'paused', elapsed_min: 90 })
  expect(told(policy, events, '23:00', { provider_calendar: 'night' }).provider).toMatchObject({ state: 'met', elapsed_min: 120 })
})

it('names the place of what cannot be read', () => {
  const say = (input: unknown) => {
    try {
      slaPreview(input)
    } catch (error) {
      return (error as Error).message
    }
  }
  const good = {
    calendars,
    case: { calendar: 'office', policy: {}, events: [{ at: at('09:00'), type: 'create' }] },
    as_of: at('10:00'),
  }
  const events = (...list: object[]) => ({ ...good, case: { ...good.case, events: list } })
  expect(say([good, {}])).toMatch(/^1: calendars: /)
  expect(say(7)).toMatch(/^Give one JSON object/)
  expect(say({ ...good, as_of: 'now' })).toBe('as_of: must be a time such as 2026-01-12T09:30:00Z')
  expect(say({ ...good, case: { ...good.case, calendar: 'moon' } })).toBe('case.calendar: There is no calendar “moon”.')
  expect(say(events({ at: at('09:00'), type: 'note' }))).toMatch(/first must be the creation/)
  expect(say(events({ at: at('09:00'), type: 'create' }, { at: at('09:00'), type: 'calendar', to: 'moon' }))).toMatch(
    /events.1.to: There is no calendar “moon”/,
  )
  expect(
    say({ ...good, calendars: { ...calendars, ring: { union: ['ring'] } }, case: { ...good.case, calendar: 'ring' } }),
  ).toMatch(/contains itself/)
  expect(say({ ...good, calendars: { office: { tz: 'Mars/Olympus' } } })).toMatch(/calendars.office.tz: must be a time zone/)
  const hours = (given: unknown) => say({ ...good, calendars: { office: { tz: 'UTC', hours: given } } })
  expect(hours({ mon: [['9', '17:00']] })).toMatch(/hours.mon.0.0: must be a time such as 09:00/)
  expect(hours({ mon: [['09:00']] })).toMatch(/hours.mon.0: must be an opening and a closing time/)
  expect(hours({ mon: [['24:00', '06:00']] })).toMatch(/nothing opens at 24:00/)
  expect(hours({ monday: [['09:00', '17:00']] })).toMatch(/hours: knows the days mon, tue, .*, not monday/)
  const special = { 'Christmas Eve': [['09:00', '12:00']] }
  expect(say({ ...good, calendars: { office: { tz: 'UTC', special } } })).toMatch(/special.Christmas Eve: is not a date/)
  expect(say({ ...good, as_of: '9999-12-31T00:00:00Z' })).toBe('as_of: must lie between the years 1900 and 2200')
  expect(say({ as_of: good.as_of })).toBe('calendars: must be calendars by name')
})
