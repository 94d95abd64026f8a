import { describe, expect, it } from 'vitest'
import { clockRunFromTimestamps, type AlertTimestamps, policyReplayTallyOf } from './policyReplayTally.ts'
import type { ReplayedAlert } from './policyReplayContract.ts'

const omar = { id: 'omar', name: 'Omar' }
const mira = { id: 'mira', name: 'Mira' }
type Promise = ReplayedAlert['promises'][number]
type Told = Promise['before']['told']
const outcome = (verdict: Promise['before']['verdict'], ...told: Told): Promise['before'] => ({ verdict, told })
const alert = (id: string, ...promises: Promise[]): ReplayedAlert => ({
  id,
  person: 'Dana',
  unit: 'Kelby',
  openedAt: '2026-05-03T10:00:00Z',
  counted: true,
  promises,
})
const late: Told = [
  { kind: 'breach', to: omar },
  { kind: 'escalation', to: mira },
]

describe('a replay of a policy', () => {
  it('sums up promise by promise in the order of the loop, and person by person', () => {
    const tally = policyReplayTallyOf([
      alert('1', { target: 'resolve', before: outcome('missed', ...late), after: outcome('kept') }),
      alert(
        '2',
        { target: 'acknowledge', before: outcome('kept'), after: outcome('kept') },
        { target: 'resolve', before: outcome('missed', ...late), after: outcome('missed', ...late) },
      ),
      { ...alert('3', { target: 'resolve', before: outcome('none'), after: outcome('open') }), counted: false },
    ])
    expect(tally).toMatchObject({ alerts: 3, counted: 2 })
    expect(tally.promises).toEqual([
      {
        target: 'acknowledge',
        before: { kept: 1, missed: 0, open: 0, none: 0 },
        after: { kept: 1, missed: 0, open: 0, none: 0 },
      },
      { target: 'resolve', before: { kept: 0, missed: 2, open: 0, none: 1 }, after: { kept: 1, missed: 1, open: 1, none: 0 } },
    ])
    expect(tally.told).toEqual([
      { to: omar, reminders: { before: 2, after: 1 }, escalations: { before: 0, after: 0 } },
      { to: mira, reminders: { before: 0, after: 0 }, escalations: { before: 2, after: 1 } },
    ])
    expect(tally.changed.map(({ id }) => id)).toEqual(['1', '3'])
  })

  it('finds nothing where there was nothing', () => {
    expect(policyReplayTallyOf([])).toEqual({ alerts: 0, counted: 0, promises: [], told: [], changed: [] })
  })
})

describe('an alert of before there were promises went', () => {
  const stamps: AlertTimestamps = { opened: 0, begun: 10, acknowledge: 20, contact: null, resolve: 40 }
  it.each([
    ['until it was acknowledged', 'acknowledge', stamps, { begun: 10, rests: [], done: 20 }],
    [
      'without anybody having spoken with the customer',
      'contact',
      stamps,
      { begun: 10, rests: [{ from: 40, to: 99 }], done: null },
    ],
    ['and goes on', 'resolve', { ...stamps, resolve: null }, { begun: 10, rests: [], done: null }],
    ['from when it was taken before it began', 'acknowledge', { ...stamps, acknowledge: 5 }, { begun: 10, rests: [], done: 10 }],
  ] as const)('%s', (_, target, given, course) => {
    expect(clockRunFromTimestamps(target, given, 99)).toEqual(course)
  })
})
