import { type Random, randomFrom } from '../kit/random.ts'

/** A matrix with few entries per row, row by row: row i holds entries `starts[i]` … `starts[i + 1]`. */
export interface Sparse {
  starts: Int32Array
  columns: Int32Array
  values: Float32Array
  width: number
}

export interface Fit {
  /** One weight per column; the last one is for a constant. */
  weights: Float64Array
}

export interface FitOptions {
  /** How much one example may count; for wanted ones and for others. */
  cost: number
  wantedCost: number
  /** What is known before any example: a margin per row. */
  prior?: Float64Array | undefined
  /** Rows to learn from; all unless told. */
  rows?: Int32Array
  rounds?: number
}

/**
 * A linear rule by dual coordinate descent on the squared hinge loss (Hsieh et al. 2008, "A dual coordinate descent method for
 * large-scale linear SVM"). Starts from a prior margin, so that few examples move it little. The order of examples comes from a fixed
 * seed: the same examples give the same rule everywhere.
 */
export function fit(matrix: Sparse, wanted: Uint8Array, options: FitOptions): Fit {
  const { starts, columns, values, width } = matrix
  const rows = options.rows ?? Int32Array.from(wanted, (_, i) => i)
  const weights = new Float64Array(width + 1)
  const alpha = new Float64Array(wanted.length)
  const square = squares(matrix)
  const order = rows.slice()
  const random = randomFrom(20_260_317)
  for (let round = 0; round < (options.rounds ?? 12); round++) {
    shuffle(order, random)
    let moved = 0
    for (const i of order) {
      const sign = wanted[i] ? 1 : -1
      const slack = 1 / (2 * (wanted[i] ? options.wantedCost : options.cost))
      let margin = weights[width]! + (options.prior?.[i] ?? 0)
      for (let k = starts[i]!; k < starts[i + 1]!; k++) margin += weights[columns[k]!]! * values[k]!
      const gradient = sign * margin - 1 + alpha[i]! * slack
      const next = Math.max(0, alpha[i]! - gradient / (square[i]! + 1 + slack))
      const step = (next - alpha[i]!) * sign
      if (step === 0) continue
      moved = Math.max(moved, Math.abs(step))
      alpha[i] = next
      for (let k = starts[i]!; k < starts[i + 1]!; k++) weights[columns[k]!]! += step * values[k]!
      weights[width]! += step
    }
    if (moved < 1e-3) break
  }
  return { weights }
}

/** The margin of one row: above zero means wanted. */
export function marginOf(matrix: Sparse, row: number, { weights }: Fit): number {
  let margin = weights[matrix.width]!
  for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++) margin += weights[matrix.columns[k]!]! * matrix.values[k]!
  return margin
}

const squares = ({ starts, values }: Sparse): Float64Array =>
  Float64Array.from({ length: starts.length - 1 }, (_, i) => {
    let sum = 0
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += values[k]! * values[k]!
    return sum
  })

function shuffle(order: Int32Array, random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}
