import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WorkingCalendar, compileCalendar } from './calendar.ts'
import { advanceThroughEdits, type LoggedClock } from './advanceThroughEdits.ts'
import { begin, type PromiseClock, fulfil, idleClock, pause, resume, markReachedTargets } from './clock.ts'
import { nextStep, type PolicyContent, targetOf } from './policy.ts'
import { clockRunOf, type ReplayedStep, replayClock, stepOfLadder, promiseOutcomeOf } from './clockReplay.ts'

const minute = 60_000
const grid = 5 * minute
const start = Date.parse('2026-03-28T00:00Z')
const none = () => expect.fail('no members')
const at = (steps: number) => start + steps * grid

// Everything falls on a grid of five minutes, also where Berlin moves its clocks: so a sweep every five minutes is never late.
const steps = fc.integer({ min: 0, max: 2 * 288 })
const hour = fc.integer({ min: 0, max: 23 }).map(h => `${String(h).padStart(2, '0')}:00`)
const opening = fc.tuple(hour, fc.oneof(hour, fc.constant('24:00'))).filter(([open, close]) => open !== close)
const calendar = opening.map(hours =>
  compileCalendar('Berlin', { tz: 'Europe/Berlin', hours: { sat: [hours], sun: [hours], mon: [hours] } }, none),
)
const length = fc.integer({ min: 1, max: 300 }).map(n => n * 5)
const notify = fc.constantFrom('owner' as const, 'manager' as const, { person: 'ruth@northwind.example' })
const content: fc.Arbitrary<PolicyContent> = fc.record({
  targets: fc.record({ resolve: length }),
  warnBefore: fc.option(fc.integer({ min: 0, max: 20 }).map(n => n * 5)),
  ladder: fc
    .array(fc.record({ after_min: fc.integer({ min: 0, max: 100 }).map(n => n * 5), notify }), { maxLength: 3 })
    .map(rungs => rungs.toSorted((a, b) => a.after_min - b.after_min)),
})
const act = fc.constantFrom('pause', 'resume', 'pause', 'fulfil')
const story = fc.record({
  content,
  eras: fc.tuple(calendar, fc.array(fc.tuple(steps, calendar), { maxLength: 1 })),
  begun: fc.integer({ min: 0, max: 100 }),
  acts: fc.array(fc.tuple(steps, act), { maxLength: 4 }),
  now: steps,
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

function hoursOf([first, more]: Story['eras']) {
  const eras = [{ at: 0, calendar: first }, ...more.map(([when, later]) => ({ at: at(when), calendar: later }))]
  return {
    at: (instant: number): WorkingCalendar => eras.findLast(era => era.at <= instant)!.calendar,
    changes: (after: number) => eras.filter(era => era.at > after),
  }
}

/** The product as it counts: a sweep every five minutes, and whatever people do in between. */
function counted({ content, eras, begun, acts, now }: Story) {
  const hours = hoursOf(eras)
  let running: LoggedClock = {
    clock: markReachedTargets(begin(idleClock(targetOf(content, 'resolve', 'normal'), at(begun)))),
    calendar: hours.at(at(begun)),
    pieces: [],
  }
  const fired = new Map<string, ReplayedStep>()
  const sweep = (instant: number) => {
    running = advanceThroughEdits(running, hours.changes(running.clock.at), instant)
    const settled = markReachedTargets(running.clock)
    for (;;) {
      const step = nextStep(settled, running.calendar, content.ladder, new Set(fired.keys()))
      if (!step || step.at > instant || (step.kind === 'breach' && step.at === instant)) return
      fired.set(step.key, step.key.startsWith('ladder') ? stepOfLadder(step) : { kind: step.kind, notify: step.notify })
    }
  }
  const end = Math.max(begun + 1, now)
  for (let step = begun; step <= end; step++) {
    sweep(at(step))
    for (const [, what] of acts.filter(([when]) => when === step))
      running = { ...running, clock: markReachedTargets(done(running.clock, what)) }
  }
  // What the last instant itself decided is told the next time somebody looks.
  return {
    row: { ...markReachedTargets(running.clock), startedAt: at(begun), pieces: running.pieces },
    fired: [...fired.values()],
    now: at(end),
    hours,
  }
}

// What is done stays done: a resolved alert begins anew when it is reopened.
function done(clock: PromiseClock, what: Story['acts'][number][1]): PromiseClock {
  if (clock.phase === 'done') return clock
  return { pause, resume, fulfil }[what](clock)
}

describe('a replay of a promise', () => {
  it('under the terms that held tells what was counted, whatever happened meanwhile', () => {
    fc.assert(
      fc.property(story, told => {
        const { row, fired, now, hours } = counted(told)
        fc.pre(!row.pieces.some(({ kind }) => kind === 'many'))
        const replayed = replayClock(clockRunOf(row)!, 'resolve', { content: told.content, hours }, now)
        expect(replayed).toEqual({ verdict: promiseOutcomeOf(row), fired })
      }),
      { numRuns: 150 },
    )
  })

  it('with more time never misses what less time kept, and never tells more people', () => {
    fc.assert(
      fc.property(story, length, (told, more) => {
        const { row, now, hours } = counted(told)
        const course = clockRunOf(row)!
        const promised = told.content.targets['resolve'] as number
        const longer = { ...told.content, targets: { resolve: promised + more } }
        const [before, after] = [told.content, longer].map(content => replayClock(course, 'resolve', { content, hours }, now))
        if (before!.verdict !== 'missed') expect(after!.verdict).not.toBe('missed')
        const late = ({ fired }: typeof before & object) => fired.filter(({ kind }) => kind !== 'warning').length
        expect(late(after!)).toBeLessThanOrEqual(late(before!))
      }),
      { numRuns: 150 },
    )
  })

  const always = compileCalendar('Always', { tz: 'UTC', hours: { wed: [['00:00', '24:00']] } }, none)
  const hours = { at: () => always, changes: () => [] }
  const wednesday = (time: string) => Date.parse(`2026-01-07T${time}Z`)
  const course = {
    begun: wednesday('09:00'),
    rests: [{ from: wednesday('09:30'), to: wednesday('10:00') }],
    done: wednesday('10:40'),
  }
  const terms = (minutes: number | undefined, after = 0): PolicyContent => ({
    targets: minutes === undefined ? {} : { resolve: minutes },
    warnBefore: 10,
    ladder: [{ after_min: after, notify: 'manager' }],
  })
  const replay = (content: PolicyContent, now = '12:00') => replayClock(course, 'resolve', { content, hours }, wednesday(now))

  it('counts no time in which nobody waited for us, and what is done at the very instant is in time', () => {
    expect(replay(terms(70))).toEqual({ verdict: 'kept', fired: [{ kind: 'warning', notify: 'owner' }] })
    expect(replay(terms(60), '10:20').verdict).toBe('missed')
  })

  it('climbs as far as the time after the breach reached', () => {
    const kinds = (content: PolicyContent) => replay(content).fired.map(({ kind }) => kind)
    expect(kinds(terms(60, 10))).toEqual(['warning', 'breach', 'escalation'])
    expect(kinds(terms(60, 11))).toEqual(['warning', 'breach'])
  })

  it('says so where nothing is promised any more', () => {
    expect(replay(terms(undefined))).toEqual({ verdict: 'none', fired: [] })
  })
})
