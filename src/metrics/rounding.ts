/**
 * Rounds half away from zero to `decimals` places: 12.5 → 13, −12.5 → −13, never −0.
 * Fifteen digits are kept first, so that what is written 1.005 rounds as 1.005 and not as the 1.00499999999999989 a computer holds.
 */
export function roundHalfAway(value: number, decimals = 0): number {
  const factor = 10 ** decimals
  const shifted = Number((Math.abs(value) * factor).toPrecision(15))
  return value === 0 ? 0 : (Math.sign(value) * Math.floor(shifted + 0.5)) / factor || 0
}

/**
 * Rounds parts so that the shown ones add up to the shown total (largest remainder). For waterfalls, whose sum is exact.
 */
export function roundToSum(parts: readonly number[], decimals = 1): number[] {
  const factor = 10 ** decimals
  const exact = parts.map(part => Number((part * factor).toPrecision(15)))
  const whole = exact.map(Math.floor)
  const total = roundHalfAway(exact.reduce((sum, part) => sum + part, 0))
  let missing = total - whole.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact.map((part, i) => ({ i, rest: part - whole[i]! })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder) {
    if (missing <= 0) break
    whole[i]! += 1
    missing -= 1
  }
  return whole.map(part => part / factor || 0)
}
