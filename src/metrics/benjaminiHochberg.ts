/**
 * Which of many findings stand, when at most a share `rate` of the ones we report may be false (false discovery rate)?
 * Returns adjusted p-values and verdicts in the order given. Throws RangeError for a p-value outside 0…1.
 * Source: Y. Benjamini & Y. Hochberg, JRSS B 57 (1995); adjusted values as R's p.adjust(method = "BH").
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.05): { adjusted: number; stands: boolean }[] {
  if (pValues.some(p => !(p >= 0 && p <= 1))) throw new RangeError('A p-value lies between 0 and 1.')
  const m = pValues.length
  const adjusted = Array.from({ length: m }, () => 1)
  const largestFirst = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p)
  let smallest = 1
  for (const [place, { p, i }] of largestFirst.entries()) {
    smallest = Math.min(smallest, Math.max(p, (p * m) / (m - place)))
    adjusted[i] = smallest
  }
  return adjusted.map(p => ({ adjusted: p, stands: p <= rate }))
}
