/**
 * Student's t distribution, to about 1e-12, by the regularised incomplete beta function
 * (continued fraction DLMF 8.17.22, evaluated by Lentz's method; log Γ by Lanczos, g = 7, n = 9; DLMF 5.11.13 where a is large).
 */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** log Γ(x), x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const t = x + 6.5
  const sum = lanczos.reduce((total, c, i) => (i === 0 ? c : total + c / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** log Γ(a + b)/(Γ(a)Γ(b)). With many degrees of freedom the two large logarithms would cancel: there the ratio has its own series. */
function logInverseBeta(a: number, b: number): number {
  if (b === 0.5 && a > 50) return 0.5 * Math.log(a / Math.PI) - 1 / (8 * a) + 1 / (192 * a ** 3) - 1 / (640 * a ** 5)
  return logGamma(a + b) - logGamma(a) - logGamma(b)
}

const tiny = 1e-300

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny)
  let h = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d || tiny)
    c = 1 + even / c || tiny
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d || tiny)
    c = 1 + odd / c || tiny
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}

/** I_x(a, b), 0 ≤ x ≤ 1; `y` = 1 − x comes apart, because a small one would drown in the subtraction. */
function incompleteBeta(x: number, a: number, b: number, y: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  const front = Math.exp(logInverseBeta(a, b) + a * (y < 0.5 ? Math.log1p(-y) : Math.log(x)) + b * Math.log(y))
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(y, b, a)) / b
}

/** P(T > t) for t ≥ 0 with `df` degrees of freedom. */
function upperTail(t: number, df: number): number {
  const sum = df + t * t
  return incompleteBeta(df / sum, df / 2, 0.5, (t * t) / sum) / 2
}

/** P(T ≤ t) with `df` > 0 degrees of freedom. */
export const studentCdf = (t: number, df: number): number => (t < 0 ? upperTail(-t, df) : 1 - upperTail(t, df))

/** The t with P(T ≤ t) = p. Bisection in a doubled bracket: slow, certain, and remembered by `tFor`. Throws RangeError outside (0, 1) and for df ≤ 0. */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) throw new RangeError(`There is no t quantile of ${p} with ${df} degrees of freedom.`)
  if (p < 0.5) return -studentQuantile(1 - p, df)
  if (p === 0.5) return 0
  const tail = 1 - p
  let high = 1
  while (upperTail(high, df) > tail) high *= 2
  let low = high === 1 ? 0 : high / 2
  while (true) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (upperTail(middle, df) > tail) low = middle
    else high = middle
  }
}

const known = new Map<string, number>()

/** The half-width of a two-sided t interval in standard errors: 2.776 for 0.95 and 4 degrees of freedom. */
export function tFor(level: number, df: number): number {
  const key = `${level}/${df}`
  let t = known.get(key)
  if (t === undefined) {
    t = studentQuantile((1 + level) / 2, df)
    // Large surveys come with ever new n: a full memory starts anew rather than grow.
    if (known.size > 5_000) known.clear()
    known.set(key, t)
  }
  return t
}
