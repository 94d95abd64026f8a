import { describe, expect, test } from 'vitest'
import { causeShares } from './share.ts'

describe('cause shares', () => {
  test('count an alert for each of its causes, once, and leave out alerts without any', () => {
    const shares = causeShares([
      { causes: ['waiting', 'staff'] },
      { causes: ['waiting', 'waiting'] },
      { causes: [] },
      { causes: ['parking'] },
    ])
    expect(shares.map(({ cause, n }) => [cause, n])).toEqual([
      ['waiting', 2],
      ['parking', 1],
      ['staff', 1],
    ])
    expect(shares[0]!.share).toMatchObject({ score: 2 / 3, n: 3 })
  })
})
