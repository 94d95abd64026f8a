import { defaultLevel, type Interval } from './metric.ts'
import { randomFrom } from '../kit/random.ts'

export interface Driver {
  /** Place of the measure among those given. */
  index: number
  /** Its part of the explained variance, from 0 to 1; all parts add up to `r2`. */
  part: number
  /** The same as a share of what is explained. */
  share: number
  /** Of the share, by resampling the answers. */
  interval: Interval
  /** +1: the score rises with it, −1: it falls. Of the plain correlation. */
  sign: 1 | -1
}

export interface Drivers {
  n: number
  /** How much of the score's variance the measures explain together. */
  r2: number
  drivers: Driver[]
}

/** More would take 2¹³ models and more. */
export const MOST_DRIVERS = 12

interface DriverOptions {
  seed?: number
  replicates?: number
  level?: number
}

/**
 * What moves a score among other rated measures: each one's share of R², averaged over every order in which the measures can enter the
 * model (LMG, R. H. Lindeman, P. F. Merenda & R. Z. Gold 1980; the Shapley value of R²), with percentile bootstrap intervals.
 * `rows` hold the score first, then the measures, nothing missing. Null when there are fewer than two answers per measure more than
 * needed to fit all of them, when the score never differs, or when there is no measure. Throws RangeError beyond twelve measures.
 */
export function driversOf(
  rows: readonly (readonly number[])[],
  { seed = 1, replicates = 200, level = defaultLevel }: DriverOptions = {},
): Drivers | null {
  const measures = (rows[0]?.length ?? 1) - 1
  if (measures > MOST_DRIVERS) throw new RangeError(`At most ${MOST_DRIVERS} measures can be told apart exactly.`)
  if (measures < 1 || rows.length < 3 * measures + 2) return null
  const whole = correlations(rows)
  const parts = whole && shapley(whole)
  if (!parts) return null
  const shares = resampled(rows, seed, replicates)
  const r2 = parts.reduce((sum, part) => sum + part, 0)
  const drivers = parts.map((part, index) => ({
    index,
    part,
    share: r2 > 0 ? part / r2 : 0,
    interval: percentiles(
      shares.map(one => one[index]!),
      level,
    ),
    sign: whole[0]![index + 1]! < 0 ? (-1 as const) : (1 as const),
  }))
  return { n: rows.length, r2, drivers: drivers.sort((a, b) => b.part - a.part || a.index - b.index) }
}

function resampled(rows: readonly (readonly number[])[], seed: number, replicates: number): number[][] {
  const { below } = randomFrom(seed)
  const shares: number[][] = []
  for (let i = 0; i < replicates; i++) {
    const matrix = correlations(Array.from(rows, () => rows[below(rows.length)]!))
    const parts = matrix && shapley(matrix)
    const r2 = parts?.reduce((sum, part) => sum + part, 0) ?? 0
    if (parts && r2 > 0) shares.push(parts.map(part => part / r2))
  }
  return shares
}

function percentiles(values: readonly number[], level: number): Interval {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(p * (sorted.length - 1))))] ?? 0
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), level, method: 'bootstrap' }
}

/** Of every column with every other; null when the first never differs. A measure that never differs correlates with nothing. */
function correlations(rows: readonly (readonly number[])[]): number[][] | null {
  const width = rows[0]!.length
  const means = Array.from({ length: width }, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length)
  const cross = Array.from({ length: width }, () => Array.from({ length: width }, () => 0))
  for (const row of rows) {
    for (let a = 0; a < width; a++) {
      const left = row[a]! - means[a]!
      for (let b = a; b < width; b++) cross[a]![b]! += left * (row[b]! - means[b]!)
    }
  }
  if (cross[0]![0]! <= 1e-12) return null
  const scale = cross.map((line, j) => (line[j]! > 1e-12 ? Math.sqrt(line[j]!) : Number.POSITIVE_INFINITY))
  return cross.map((_, a) =>
    cross.map((__, b) => (a === b ? 1 : cross[Math.min(a, b)]![Math.max(a, b)]! / (scale[a]! * scale[b]!))),
  )
}

/** Shapley value of R² for each measure. R² of every subset comes from the subset without its last measure. */
function shapley(matrix: readonly (readonly number[])[]): number[] {
  const p = matrix.length - 1
  const r2 = new Float64Array(1 << p)
  const weight = weights(p)
  const visit = (left: readonly (readonly number[])[], from: number, set: number) => {
    r2[set] = 1 - left[0]![0]!
    for (let k = 1; k < left.length; k++) visit(given(left, k), from + k, set | (1 << (from + k - 1)))
  }
  visit(matrix, 0, 0)
  return Array.from({ length: p }, (_, j) => {
    let part = 0
    for (let set = 0; set < 1 << p; set++) if (!(set & (1 << j))) part += weight[bits(set)]! * (r2[set | (1 << j)]! - r2[set]!)
    return Math.max(0, part)
  })
}

/**
 * The score and the measures after the k-th, once that one is known (Schur complement). Measures before it are not needed any more:
 * their subsets were visited without it. A measure that others already tell adds nothing.
 */
function given(matrix: readonly (readonly number[])[], k: number): number[][] {
  const line = matrix[k]!
  const pivot = line[k]! < 1e-10 ? Number.POSITIVE_INFINITY : line[k]!
  const kept: number[][] = []
  for (let a = 0; a < matrix.length; a = a === 0 ? k + 1 : a + 1) {
    const row = matrix[a]!
    const times = row[k]! / pivot
    const next = [row[0]! - times * line[0]!]
    for (let b = k + 1; b < row.length; b++) next.push(row[b]! - times * line[b]!)
    kept.push(next)
  }
  return kept
}

/** s!(p − s − 1)!/p! for each size s: the share of orders in which exactly these come first. */
function weights(p: number): number[] {
  const all: number[] = [1 / p]
  for (let s = 1; s < p; s++) all.push((all[s - 1]! * s) / (p - s))
  return all
}

function bits(set: number): number {
  let n = 0
  for (let left = set; left; left &= left - 1) n++
  return n
}
