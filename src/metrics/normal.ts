/**
 * The standard normal distribution, to about 1e-15.
 * Sources: erf by its series of positive terms (DLMF 7.6.2), erfc by its continued fraction (DLMF 7.9.2, Lentz's method).
 */

const tiny = 1e-300

/** erf x = 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!! ; no cancellation, quick for small |x|. */
function erfSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** √π · e^(x²) · erfc x = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), for x ≥ 1.5. */
function erfcFraction(x: number): number {
  let f = x
  let c = x
  let d = 0
  for (let n = 1; n < 500; n++) {
    d = 1 / (x + (n / 2) * d || tiny)
    c = x + n / 2 / c || tiny
    f *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * f)
}

const erfc = (x: number): number => (x < 0 ? 2 - erfc(-x) : x < 1.5 ? 1 - erfSeries(x) : erfcFraction(x))

/** P(Z ≤ z). */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2

/** P(|Z| ≥ |z|): the two-sided p-value of a z statistic. */
export const twoSidedP = (z: number): number => Math.min(1, erfc(Math.abs(z) / Math.SQRT2))

const normalPdf = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The z with P(Z ≤ z) = p, 0 < p < 1. Start by Abramowitz & Stegun 26.2.23, then Newton in the lower tail. Throws RangeError outside (0, 1). */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`There is no normal quantile of ${p}.`)
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0.5) return 0
  const t = Math.sqrt(-2 * Math.log(p))
  let z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
  for (let i = 0; i < 4; i++) {
    const step = (normalCdf(z) - p) / normalPdf(z)
    // Halley's correction: the tail is curved, plain Newton would need more rounds there.
    z -= step / (1 + (z * step) / 2)
  }
  return z
}

const byLevel = new Map<number, number>()

/** The half-width of a two-sided interval in standard errors: 1.959964 for 0.95. */
export function zFor(level: number): number {
  const known = byLevel.get(level)
  if (known !== undefined) return known
  const z = normalQuantile((1 + level) / 2)
  byLevel.set(level, z)
  return z
}
