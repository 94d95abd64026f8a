import { describe, expect, test } from 'vitest'
import { decideOwner, type RoutingFacts, type PathStep, pathWords } from './routing.ts'
import type { RouteStep } from './route.ts'

const omar = { id: 'omar', name: 'Omar Haddad' }
const mira = { id: 'mira', name: 'Mira Lindqvist' }
const jill = { id: 'jill', name: 'Jill Marsh' }
const olga = { id: 'olga', name: 'Olga Owner' }

const nothing = { teams: new Map(), away: new Map(), calendars: new Map(), segments: {}, language: null }

const kelby: RoutingFacts = {
  ...nothing,
  chain: [
    { unit: 'Kelby', managers: [omar] },
    { unit: 'Northmoor', managers: [mira] },
  ],
  account: { name: 'Whitlock’s Bakery', owner: jill },
  named: new Map([['head@example.org', mira]]),
  organisationOwner: olga,
}
const orphaned: RoutingFacts = { ...kelby, chain: [{ unit: 'Kelby', managers: [] }, kelby.chain[1]!] }
const nowhere: RoutingFacts = { ...nothing, chain: [], account: null, named: new Map(), organisationOwner: olga }

const toManager: RouteStep[] = [{ to: 'unit-manager' }]

describe('an alert finds its owner', () => {
  test.each<[string, RouteStep[], RoutingFacts, string, string[]]>([
    ['the manager of the unit', toManager, kelby, 'Omar Haddad', ['Omar Haddad, manager of Kelby']],
    [
      'the next manager up',
      toManager,
      orphaned,
      'Mira Lindqvist',
      ['Kelby has no manager', 'Mira Lindqvist, manager of Northmoor'],
    ],
    [
      'the skip level',
      [{ to: 'skip' }],
      kelby,
      'Mira Lindqvist',
      ['above Omar Haddad, manager of Kelby', 'Mira Lindqvist, manager of Northmoor'],
    ],
    [
      'the skip level where one person manages both levels',
      [{ to: 'skip' }],
      {
        ...kelby,
        chain: [
          { unit: 'Kelby', managers: [mira] },
          { unit: 'Northmoor', managers: [mira] },
        ],
      },
      'Olga Owner',
      [
        'above Mira Lindqvist, manager of Kelby',
        'above Mira Lindqvist, manager of Northmoor',
        'Olga Owner, owner of the organisation, because nobody else is there',
      ],
    ],
    ['the account owner', [{ to: 'account-owner' }], kelby, 'Jill Marsh', ['Jill Marsh, who looks after Whitlock’s Bakery']],
    [
      'a named person',
      [{ to: 'person', email: 'head@example.org' }],
      kelby,
      'Mira Lindqvist',
      ['Mira Lindqvist, named by the rule'],
    ],
    [
      'the next step when a named person left',
      [{ to: 'person', email: 'gone@example.org' }, { to: 'unit-manager' }],
      kelby,
      'Omar Haddad',
      ['gone@example.org is not in the directory', 'Omar Haddad, manager of Kelby'],
    ],
    [
      'the organisation’s owner when nobody is there',
      [{ to: 'unit-manager' }, { to: 'account-owner' }],
      nowhere,
      'Olga Owner',
      [
        'The answer belongs to no unit',
        'The customer belongs to no account',
        'Olga Owner, owner of the organisation, because nobody else is there',
      ],
    ],
    [
      'the organisation’s owner when the route is empty',
      [],
      kelby,
      'Olga Owner',
      ['Olga Owner, owner of the organisation, because nobody else is there'],
    ],
  ])('%s', (_, route, ground, owner, words) => {
    const decided = decideOwner(route, ground)
    expect(decided.owner.name).toBe(owner)
    expect(pathWords(decided.path)).toEqual(words)
  })
})

test('who is away is said once, however many ways lead to them', () => {
  const step = (say: string, name: string, more: Record<string, string> = {}): PathStep => ({
    say,
    values: { name, ...more },
    person: name,
  })
  const leo = step('{name} is away until {until}', 'Leo', { until: '2026-12-01' })
  const standsIn = step('{name} stands in', 'Dele')
  const dele = step('{name} is away until {until}, and nobody stands in', 'Dele', { until: '2026-12-01' })
  const words = pathWords([
    step('{name}, manager of {unit}', 'Leo', { unit: 'Leeds' }),
    step('Routed again, because {name} is away', 'Leo'),
    leo,
    standsIn,
    dele,
    step('{name}, manager of {unit}', 'Leo', { unit: 'Leeds' }),
    leo,
    standsIn,
    dele,
    step('{name}, manager of {unit}', 'Nina', { unit: 'North' }),
  ])
  expect(words).toEqual([
    'Leo, manager of Leeds',
    'Routed again, because Leo is away',
    'Leo is away until 1 December 2026',
    'Dele stands in',
    'Dele is away until 1 December 2026, and nobody stands in',
    'Nina, manager of North',
  ])
})

describe('an alert finds who is there', () => {
  const away = (...ids: [string, typeof mira | null][]): RoutingFacts => ({
    ...kelby,
    away: new Map(ids.map(([id, delegate]) => [id, { until: '2026-12-01', delegate }])),
  })
  const ada = { id: 'ada', name: 'Ada Park', waiting: 3, turn: null }
  const bo = { id: 'bo', name: 'Bo Lind', waiting: 1, turn: 7 }
  const withTeam = { ...kelby, teams: new Map([['Care', { id: 'care', name: 'Care', members: [bo, ada] }]]) }
  const gold: RouteStep[] = [
    { to: 'person', email: 'head@example.org', when: { segment: { key: 'tier', value: 'gold' } } },
    ...toManager,
  ]
  const nights = '01a20227-34a0-7c35-a8e0-75ff0feeb67b'

  test.each<[string, RouteStep[], RoutingFacts, string, string]>([
    ['the delegate of who is away', toManager, away(['omar', jill]), 'Jill Marsh', 'Jill Marsh stands in'],
    ['the delegate of a delegate', toManager, away(['omar', jill], ['jill', mira]), 'Mira Lindqvist', 'Mira Lindqvist stands in'],
    [
      'the next manager up where nobody stands in',
      toManager,
      away(['omar', null]),
      'Mira Lindqvist',
      'Mira Lindqvist, manager of Northmoor',
    ],
    [
      'nobody who stands in for each other for ever',
      toManager,
      away(['omar', jill], ['jill', omar]),
      'Mira Lindqvist',
      'Mira Lindqvist, manager of Northmoor',
    ],
    [
      'the organisation’s owner though she is away',
      toManager,
      away(['omar', null], ['mira', null], ['olga', null]),
      'Olga Owner',
      'Olga Owner, owner of the organisation, because nobody else is there',
    ],
    ['whose turn it is', [{ to: 'team', team: 'Care', by: 'turn' }], withTeam, 'Ada Park', 'Ada Park, whose turn it is in Care'],
    [
      'who has least to do',
      [{ to: 'team', team: 'Care', by: 'load' }],
      withTeam,
      'Bo Lind',
      'Bo Lind, who has least to do in Care',
    ],
    [
      'another of the team than who is away',
      [{ to: 'team', team: 'Care', by: 'turn' }],
      { ...withTeam, away: new Map([['ada', { until: '2026-12-01', delegate: null }]]) },
      'Bo Lind',
      'Bo Lind, whose turn it is in Care',
    ],
    [
      'somebody for a segment',
      gold,
      { ...kelby, segments: { tier: 'gold' } },
      'Mira Lindqvist',
      'Mira Lindqvist, named by the rule',
    ],
    [
      'the others where the segment is another',
      gold,
      { ...kelby, segments: { tier: 'basic' } },
      'Omar Haddad',
      'Omar Haddad, manager of Kelby',
    ],
    [
      'who speaks the language',
      [{ to: 'account-owner', when: { language: 'de' } }, ...toManager],
      { ...kelby, language: 'de-AT' },
      'Jill Marsh',
      'Jill Marsh, who looks after Whitlock’s Bakery',
    ],
    [
      'the next where the calendar is closed',
      [{ to: 'account-owner', when: { open: nights } }, ...toManager],
      { ...kelby, calendars: new Map([[nights, { name: 'Nights', open: false }]]) },
      'Omar Haddad',
      'Omar Haddad, manager of Kelby',
    ],
  ])('%s', (_, route, ground, owner, last) => {
    const decided = decideOwner(route, ground)
    expect(decided.owner.name).toBe(owner)
    expect(pathWords(decided.path).at(-1)).toBe(last)
  })
})
