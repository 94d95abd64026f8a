import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decompose, waterfall } from '../metrics/decomposition.ts'
import { suppressSmallGroups } from '../metrics/disclosure.ts'
import { npsImpact } from '../metrics/impact.ts'
import { benjaminiHochberg } from '../metrics/multiple.ts'
import { type NpsCounts, scoreOf } from '../metrics/npsCounts.ts'
import { forHeadline, forTable, roundHalfAway, roundToSum } from '../metrics/rounding.ts'
import { kaplanMeier, timeToClose } from '../metrics/survival.ts'

describe('time to close', () => {
  const closed = (...times: number[]) => times.map(time => ({ time, closed: true }))
  const open = (...times: number[]) => times.map(time => ({ time, closed: false }))

  // Freireich et al. 1963, 6-MP arm: median 23, log-log limits 13 to none (as SAS LIFETEST prints them); curve by SciPy 1.17.
  const sixMp = [...closed(6, 6, 6, 7, 10, 13, 16, 22, 23), ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
  test('follows the textbook curve', () => {
    expect(kaplanMeier(sixMp).map(({ time, open: share }) => [time, Number(share.toFixed(8))])).toEqual([
      [6, 0.85714286],
      [7, 0.80672269],
      [10, 0.75294118],
      [13, 0.69019608],
      [16, 0.62745098],
      [22, 0.53781513],
      [23, 0.44817927],
    ])
    expect(timeToClose(sixMp)).toMatchObject({
      median: { kind: 'score', score: 23, n: 21, closed: 9, interval: { low: 13, high: null } },
      p90: { kind: 'not-reached', moreThan: 35 },
    })
  })
  test('without open alerts is the plain median', () =>
    expect(timeToClose(closed(1, 2, 3, 4))).toMatchObject({ median: { score: 2 }, p90: { score: 4 } }))
  test('does not look better because the slow ones are still open', () => {
    expect(timeToClose([...closed(1, 2, 3), ...open(50, 60, 70, 80)]).median).toMatchObject({ kind: 'not-reached', moreThan: 80 })
  })
  test('of no alerts is none', () => expect(timeToClose([]).median).toMatchObject({ kind: 'none', n: 0 }))
  test('refuses a negative time', () => expect(() => kaplanMeier(closed(-1))).toThrow(RangeError))

  const durations = fc.array(fc.record({ time: fc.nat(50), closed: fc.boolean() }), { minLength: 1 })
  test('falls from one to zero at the lowest, whatever the order of the alerts', () => {
    fc.assert(
      fc.property(durations, all => {
        const steps = kaplanMeier(all)
        expect(kaplanMeier(all.toReversed())).toEqual(steps)
        for (const [i, step] of steps.entries()) {
          expect(step.open).toBeGreaterThanOrEqual(0)
          expect(step.open).toBeLessThan(steps[i - 1]?.open ?? 1)
        }
      }),
    )
  })
  test('never gets shorter when a closed alert turns out to be open still', () => {
    fc.assert(
      fc.property(durations, all => {
        const time = (list: typeof all) => {
          const { median } = timeToClose(list)
          return median.kind === 'score' ? median.score : Number.POSITIVE_INFINITY
        }
        const first = all.findIndex(duration => duration.closed)
        expect(time(all.map((duration, i) => (i === first ? { ...duration, closed: false } : duration)))).toBeGreaterThanOrEqual(
          time(all),
        )
      }),
    )
  })
})

describe('NPS impact of a cause', () => {
  const all = { promoters: 50, passives: 30, detractors: 20 }
  const waiting = { promoters: 1, passives: 3, detractors: 16 }
  test('is the score minus the score without those who named it', () => {
    const result = npsImpact(all, waiting)
    expect(result).toMatchObject({ kind: 'score', n: 100, withCause: 20 })
    if (result.kind !== 'score') throw new Error('no score')
    expect(result.score).toBeCloseTo(30 - (100 * (49 - 4)) / 80, 12)
    expect(result.interval.high).toBeLessThan(0)
  })
  test('is nothing when nobody carries the cause', () =>
    expect(npsImpact(all, { promoters: 0, passives: 0, detractors: 0 })).toMatchObject({
      score: 0,
      interval: { low: 0, high: 0 },
    }))
  test('cannot be told when everybody carries it', () =>
    expect(npsImpact(all, all)).toMatchObject({ kind: 'suppressed', needed: 2 }))
  test('is none without answers', () => expect(npsImpact(scored(0, 0, 0), scored(0, 0, 0)).kind).toBe('none'))
  test('refuses more carriers than answers', () => expect(() => npsImpact(waiting, all)).toThrow(RangeError))

  const scored = (promoters: number, passives: number, detractors: number): NpsCounts => ({ promoters, passives, detractors })
  test('has the interval that leaving out each response one by one gives', () => {
    const six = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.integer({ min: 2, max: 6 }))
    fc.assert(
      fc.property(six, ([a, b, c, d, e, f]) => {
        const people = [a, b, c, d, e, f].flatMap((count, kind) => Array.from({ length: count }, () => kind))
        const impactOf = (kinds: number[]) => {
          const n = (kind: number) => kinds.filter(k => k === kind).length
          const rest = scored(n(3), n(4), n(5))
          return scoreOf(scored(n(0) + n(3), n(1) + n(4), n(2) + n(5))) - scoreOf(rest)
        }
        const left = people.map((_, i) => impactOf(people.toSpliced(i, 1)))
        const mean = left.reduce((x, y) => x + y, 0) / left.length
        const error = Math.sqrt(((left.length - 1) / left.length) * left.reduce((sum, x) => sum + (x - mean) ** 2, 0))
        const result = npsImpact(scored(a + d, b + e, c + f), scored(a, b, c))
        if (result.kind !== 'score') throw new Error('no score')
        const unclipped = result.interval.high < 200 ? result.interval.high - result.score : 1.959963984540054 * error
        expect(unclipped).toBeCloseTo(1.959963984540054 * error, 8)
      }),
    )
  })
})

describe('the decomposition of a change', () => {
  const nps = fc.double({ min: -100, max: 100, noNaN: true })
  const period = fc.record({ n: fc.integer({ min: 0, max: 500 }), score: nps })
  const groups = fc.array(fc.record({ group: fc.string(), before: period, after: period }), { minLength: 1, maxLength: 12 })
  const scoreAt = (list: { n: number; score: number }[]) =>
    list.reduce((s, { n, score }) => s + n * score, 0) / list.reduce((s, { n }) => s + n, 0)

  test('Kelby fell for nothing it did: more answers came from the unit with the low score', () => {
    const result = decompose([
      { group: 'Kelby', before: { n: 50, score: 60 }, after: { n: 20, score: 60 } },
      { group: 'Northmoor', before: { n: 50, score: 0 }, after: { n: 80, score: 0 } },
    ])!
    expect(result.rate).toBe(0)
    expect(result.change).toBeCloseTo(-18, 12)
  })
  test('calls a group that is new all mix', () => {
    const result = decompose([
      { group: 'Kelby', before: { n: 10, score: 20 }, after: { n: 10, score: 20 } },
      { group: 'Web', before: { n: 0, score: null }, after: { n: 10, score: 60 } },
    ])!
    expect(result).toMatchObject({ rate: 0 })
    expect(result.mix).toBeCloseTo(20, 12)
  })
  test('adds up to the change, and so do the shown bars', () => {
    fc.assert(
      fc.property(groups, list => {
        const result = decompose(list)
        if (!result) return
        expect(result.mix + result.rate).toBe(result.change)
        expect(result.change).toBeCloseTo(scoreAt(list.map(g => g.after)) - scoreAt(list.map(g => g.before)), 9)
        const bars = waterfall(result).flatMap(({ mix, rate }) => [mix, rate])
        expect(bars.reduce((sum, bar) => sum + Math.round(bar * 10), 0)).toBe(
          Math.round(forTable(result.groups.reduce((s, g) => s + (g.mix + g.rate), 0)) * 10),
        )
      }),
    )
  })
  test('needs answers in both periods', () =>
    expect(decompose([{ group: 'Kelby', before: { n: 0, score: null }, after: { n: 5, score: 1 } }])).toBeNull())
})

describe('many findings at once', () => {
  test('are judged together', () => {
    const result = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5])
    expect(result.map(({ adjusted }) => Number(adjusted.toFixed(12)))).toEqual([0.025, 0.05, 0.05, 0.025, 0.5])
    expect(result.map(({ stands }) => stands)).toEqual([true, true, true, true, false])
  })
  test('one alone stays as it is', () => expect(benjaminiHochberg([0.04])).toEqual([{ adjusted: 0.04, stands: true }]))
  test('refuse what is no p-value', () => expect(() => benjaminiHochberg([1.2])).toThrow(RangeError))
  test('never gain by company, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), ps => {
        const result = benjaminiHochberg(ps)
        ps.forEach((p, i) => expect(result[i]!.adjusted).toBeGreaterThanOrEqual(p))
        ps.forEach((p, i) => ps.forEach((q, j) => p <= q && expect(result[i]!.adjusted).toBeLessThanOrEqual(result[j]!.adjusted)))
      }),
    )
  })
})

describe('small groups', () => {
  const units = (...ns: number[]) => ns.map((n, i) => ({ key: `unit ${i}`, n }))
  test.each([
    { story: 'all are large', ns: [5, 9], hidden: [], total: true },
    {
      story: 'one is small: the next-smallest protects it',
      ns: [2, 9, 30],
      hidden: ['too-few', 'protects-another'],
      total: true,
    },
    { story: 'two small ones protect each other', ns: [2, 2, 30], hidden: ['too-few', 'too-few'], total: true },
    { story: 'two of one do not', ns: [1, 1, 30, 4], hidden: ['too-few', 'too-few', 'protects-another'], total: true },
    { story: 'nobody answered in one', ns: [0, 7], hidden: [], total: true },
    { story: 'all together are too few', ns: [1, 1], hidden: ['too-few', 'too-few'], total: false },
  ])('$story', ({ ns, hidden, total }) => {
    const result = suppressSmallGroups(units(...ns), 3)
    expect(result.hidden.map(({ why }) => why)).toEqual(hidden)
    expect(result.total).toBe(total)
  })
  test('need no protector when no total is shown', () =>
    expect(suppressSmallGroups(units(2, 9), 3, false).hidden).toEqual([{ key: 'unit 0', why: 'too-few' }]))
  test('cannot be worked out from total minus shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), fc.integer({ min: 1, max: 6 }), (ns, k) => {
        const groups = units(...ns)
        const { shown, hidden, total } = suppressSmallGroups(groups, k)
        const size = (keys: string[]) => groups.filter(({ key }) => keys.includes(key)).reduce((sum, { n }) => sum + n, 0)
        for (const { key, n } of groups) if (shown.includes(key)) expect(n === 0 || n >= k).toBe(true)
        const rest = size(hidden.map(({ key }) => key))
        expect(!total || rest === 0 || rest >= k).toBe(true)
        expect([...shown, ...hidden.map(({ key }) => key)].sort()).toEqual(groups.map(({ key }) => key).sort())
      }),
    )
  })
})

describe('rounding', () => {
  test.each([
    [12.5, 13],
    [-12.5, -13],
    [0.5, 1],
    [-0.5, -1],
    [-0.4, 0],
    [29.999, 30],
    [0, 0],
  ])('%s is %s in a headline', (score, shown) => expect(forHeadline(score)).toBe(shown))
  test.each([
    [6.25, 6.3],
    [-6.25, -6.3],
    [0.05, 0.1],
    [33.333, 33.3],
    [1.005, 1],
  ])('%s is %s in a table', (score, shown) => expect(forTable(score)).toBe(shown))
  test('1.005 is 1.01 on two places', () => expect(roundHalfAway(1.005, 2)).toBe(1.01))
  test('shown parts add up', () => expect(roundToSum([33.333, 33.333, 33.334], 0)).toEqual([33, 33, 34]))
})
