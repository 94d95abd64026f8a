import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppressSmallGroups } from './disclosure.ts'

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
