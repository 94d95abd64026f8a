import { describe, expect, test } from 'vitest'
import type { CauseRow } from './causeTable.ts'
import type { Summary, UnitRow } from './contract.ts'
import { findingOf } from './insightsFinding.ts'

const interval = { low: -1, high: 1, level: 0.95, method: 'x' }
const score = (value: number): Summary['score'] => ({
  kind: 'score',
  definition: 'nps@1',
  unit: 'points',
  score: value,
  n: 900,
  interval,
})
const change = (difference: number, verdict: 'up' | 'down' | 'even') => ({ difference, interval, verdict })
const unit = (name: string, difference: number, verdict: 'up' | 'down' | 'even'): UnitRow => ({
  id: name,
  key: name,
  name,
  more: false,
  score: score(1),
  before: score(1),
  change: change(difference, verdict),
  hidden: null,
})
const cause = (name: string, n: number, value: number, high: number): CauseRow => ({
  cause: name,
  id: name,
  path: [name],
  n,
  share: 0.5,
  interval,
  npsImpact: null,
  impact: { value, n, interval: { ...interval, low: value - 1, high } },
})
const told = (more: Partial<Summary> = {}) => ({
  metric: 'nps' as const,
  score: score(31.2),
  change: null,
  compared: null,
  units: [],
  ...more,
})
const compared = { from: '2026-01-01', to: '2026-02-01' }
const say = (...given: Parameters<typeof findingOf>) =>
  findingOf(...given)
    .map(part => part.words)
    .join(' ')

describe('the page says its finding first', () => {
  test.each([
    ['where all is looked at', told(), [], 'NPS stands at 31.'],
    [
      'by chance',
      told({ compared, change: change(-4.6, 'even') }),
      [],
      'NPS stands at 31; against before it is too close to call.',
    ],
    ['beyond chance', told({ compared, change: change(-8, 'down') }), [], 'NPS fell to 31, and that is not chance.'],
    ['with nothing before', told({ compared }), [], 'NPS stands at 31; before, too few answered to compare.'],
    [
      'with the unit that fell furthest beyond chance, though another rose further',
      told({
        units: [
          unit('Eastfen', -40, 'even'),
          unit('Harrow', -4, 'down'),
          unit('Northmoor', -18.1, 'down'),
          unit('Westbay', 29, 'up'),
        ],
      }),
      [],
      'Northmoor fell by 18.1, and that is not chance. NPS stands at 31.',
    ],
    [
      'with the unit that rose furthest, where none fell',
      told({ units: [unit('Eastfen', -40, 'even'), unit('Westbay', 9, 'up')] }),
      [],
      'NPS stands at 31. Westbay rose by 9.0.',
    ],
    [
      'with the cause that surely costs',
      told(),
      [cause('Hold', 9, -9, 2), cause('Call-back', 3, -5.6, -2)],
      'NPS stands at 31. “Call-back” costs most.',
    ],
    [
      'with the most frequent cause where none surely costs',
      told(),
      [cause('Hold', 3, -9, 2), cause('Bill', 9, -1, 1)],
      'NPS stands at 31. “Bill” is named most often.',
    ],
    [
      'where nobody answered',
      told({ score: { kind: 'none', definition: 'nps@1', n: 0 } }),
      [],
      'Nobody has answered in this time.',
    ],
  ])('%s', (_, summary, causes, words) => expect(say(summary, causes)).toBe(words))
})
