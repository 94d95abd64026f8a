import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driversOf } from './drivers.ts'

/** A full factorial: the measures do not correlate. */
const grid = [1, 2, 3, 4, 5].flatMap(a => [1, 2, 3, 4, 5].map(b => [a, b] as const))
const quick = { replicates: 20 }

describe('drivers', () => {
  it('share what is explained in proportion to the squared correlations where measures do not correlate', () => {
    const told = driversOf(
      grid.map(([a, b]) => [3 * a + b, a, b]),
      quick,
    )!
    expect(told.r2).toBeCloseTo(1, 10)
    expect(told.drivers.map(({ index }) => index)).toEqual([0, 1])
    expect(told.drivers[0]!.share).toBeCloseTo(0.9, 10)
    expect(told.drivers[1]!.share).toBeCloseTo(0.1, 10)
  })

  it('share evenly where two measures say the same', () => {
    const told = driversOf(
      grid.map(([a, b]) => [a + b, a, a]),
      quick,
    )!
    expect(told.r2).toBeCloseTo(0.5, 10)
    expect(told.drivers.map(({ part }) => part)).toEqual([expect.closeTo(0.25, 10), expect.closeTo(0.25, 10)])
  })

  // Worked by hand: r(y,1) = .6, r(y,2) = .4, r(1,2) = .5. R²(1) = .36, R²(2) = .16, R²(1,2) = (.36 + .16 − 2·.6·.4·.5)/.75 = .37333;
  // measure 1: (.36 + .21333)/2, measure 2: (.16 + .01333)/2. The rows are built to have exactly these correlations.
  it('agrees with the two-measure case worked by hand', () => {
    const told = driversOf(rowsWith([[1, 0.6, 0.4], [0.6, 1, 0.5], [0.4, 0.5, 1]]), quick)! // biome-ignore format: a matrix
    expect(told.r2).toBeCloseTo(0.28 / 0.75, 9)
    expect(told.drivers[0]).toMatchObject({ index: 0, part: expect.closeTo((0.36 + 0.28 / 0.75 - 0.16) / 2, 9) })
    expect(told.drivers[1]).toMatchObject({ index: 1, part: expect.closeTo((0.16 + 0.28 / 0.75 - 0.36) / 2, 9) })
  })

  it('say in which direction they work', () => {
    expect(
      driversOf(
        grid.map(([a, b]) => [b - 2 * a, a, b]),
        quick,
      )!.drivers.map(({ sign }) => sign),
    ).toEqual([-1, 1])
  })

  it('are the same each time for one seed', () => {
    const rows = grid.map(([a, b], i) => [a + (i % 3), a, b, (a * b) % 4])
    expect(driversOf(rows, { seed: 5 })).toEqual(driversOf(rows, { seed: 5 }))
  })

  it('are none of a score that never differs, or of too few answers', () => {
    expect(driversOf(grid.map(([a, b]) => [7, a, b]))).toBeNull()
    expect(driversOf([[1, 2], [3, 4]])).toBeNull() // biome-ignore format: rows
    expect(driversOf([])).toBeNull()
    expect(() => driversOf([Array.from({ length: 15 }, () => 1)])).toThrow(RangeError)
  })

  const answers = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
    minLength: 14,
    maxLength: 40,
  })

  it('add up to what is explained, between nothing and everything, in any order of the measures', () => {
    fc.assert(
      fc.property(answers, rows => {
        const told = driversOf(rows, { replicates: 5 })
        if (!told) return
        const sum = told.drivers.reduce((all, { part }) => all + part, 0)
        expect(sum).toBeCloseTo(told.r2, 9)
        expect(told.r2).toBeGreaterThanOrEqual(0)
        expect(told.r2).toBeLessThanOrEqual(1 + 1e-9)
        const turned = driversOf(
          rows.map(([y, a, b, c]) => [y!, c!, a!, b!]),
          { replicates: 5 },
        )!
        for (const { index, part } of told.drivers)
          expect(turned.drivers.find(one => one.index === (index + 1) % 3)!.part).toBeCloseTo(part, 9)
      }),
      { numRuns: 60 },
    )
  })

  it('explain nothing with a measure that never differs', () => {
    const told = driversOf(
      grid.map(([a, b]) => [a + b, a, 4]),
      quick,
    )!
    expect(told.drivers.find(({ index }) => index === 1)!.part).toBeCloseTo(0, 12)
  })

  it('does twelve measures in a moment', () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      Array.from({ length: 13 }, (__, j) => (i * (j + 3) * 7 + ((i * j) % 11)) % 5),
    )
    const before = process.cpuUsage()
    expect(driversOf(rows, { replicates: 50 })!.drivers).toHaveLength(12)
    // Of the processor's time, whatever else the machine does.
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
  })
})

/** Rows whose columns correlate exactly so: an orthonormal base mixed by the Cholesky factor. */
function rowsWith(wanted: number[][]): number[][] {
  const base = [
    [1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1], [-1, 1, 1], [-1, 1, -1], [-1, -1, 1], [-1, -1, -1],
  ] // biome-ignore format: a table
  const l = wanted.map(() => [0, 0, 0])
  for (const [i, row] of wanted.entries())
    for (let j = 0; j <= i; j++) {
      const sum = row[j]! - l[i]!.slice(0, j).reduce((all, value, k) => all + value * l[j]![k]!, 0)
      l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!
    }
  return base.map(row => l.map(line => line.reduce((all, value, k) => all + value * row[k]!, 0)))
}
