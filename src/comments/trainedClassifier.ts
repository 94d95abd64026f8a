import type { AnalysedText } from './textAnalysis.ts'
import { LEXICON_FEATURES, lexiconFeaturesOf } from './textAnalysis.ts'
import { featuresOf } from './features.ts'

/** The name of the rule for "negative" among the outputs; the others are ids of themes. */
export const NEGATIVE = 'negative'

/** Linear classifier trained on an organisation's labels: one weight vector per output (negative, each theme) over shared features. */
export interface TrainedClassifier {
  outputs: string[]
  /** Column of a word or beginning of a word. */
  columns: Map<number, number>
  /** Columns below this one are words, the others beginnings of words. */
  words: number
  /** How rare a feature is, per column. */
  rarity: Float32Array
  /** Column by column, one weight per output, in steps of `step`; after the features come KNOWN columns and the constant. */
  weights: Int8Array
  step: Float32Array
  /** Margin above which a comment is negative: the best one on examples held back. */
  threshold: number
}

/** Features of a text in the columns of a vocabulary: [column, value, …], words and beginnings each of length one. */
export function vectorOf(
  examined: AnalysedText,
  vocabulary: Pick<TrainedClassifier, 'columns' | 'words' | 'rarity'>,
): [number[], number[]] {
  const { words, beginnings } = featuresOf(examined.tokens)
  const columns: number[] = []
  const values: number[] = []
  group(words, 1, vocabulary, columns, values)
  group(beginnings, 0.7, vocabulary, columns, values)
  const known = lexiconFeaturesOf(examined)
  const first = vocabulary.rarity.length
  for (const [i, value] of known.entries())
    if (value !== 0) {
      columns.push(first + i)
      values.push(value)
    }
  return [columns, values]
}

function group(
  counts: ReadonlyMap<number, number>,
  length: number,
  { columns, rarity }: Pick<TrainedClassifier, 'columns' | 'rarity'>,
  into: number[],
  values: number[],
): void {
  const from = values.length
  let square = 0
  for (const [feature, count] of counts) {
    const column = columns.get(feature)
    if (column === undefined) continue
    const value = (1 + Math.log(count)) * rarity[column]!
    into.push(column)
    values.push(value)
    square += value * value
  }
  const factor = square > 0 ? length / Math.sqrt(square) : 0
  for (let i = from; i < values.length; i++) values[i]! *= factor
}

/** The margin of each output, without the lexicon's own. */
export function marginsOf(learned: TrainedClassifier, examined: AnalysedText): Float64Array {
  const [columns, values] = vectorOf(examined, learned)
  const { weights, step } = learned
  const n = step.length
  const margins = new Float64Array(n)
  const constant = (learned.rarity.length + LEXICON_FEATURES) * n
  for (let output = 0; output < n; output++) margins[output] = weights[constant + output]!
  for (let i = 0; i < columns.length; i++) {
    const value = values[i]!
    const from = columns[i]! * n
    for (let output = 0; output < n; output++) margins[output]! += value * weights[from + output]!
  }
  for (let output = 0; output < n; output++) margins[output]! *= step[output]!
  return margins
}

const FORMAT = 1

/** As bytes, for keeping: a header in JSON, then the columns. */
export function toBytes(learned: TrainedClassifier): Uint8Array {
  const features = Uint32Array.from(learned.columns.keys())
  const { outputs, words, threshold } = learned
  const header = new TextEncoder().encode(
    JSON.stringify({ format: FORMAT, outputs, words, threshold, features: features.length, known: LEXICON_FEATURES }).padEnd(4),
  )
  const pad = (4 - (header.length % 4)) % 4
  const bytes = new Uint8Array(4 + header.length + pad + features.byteLength * 2 + outputs.length * 4 + learned.weights.length)
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  let at = 4 + header.length + pad
  for (const part of [features, learned.rarity, learned.step, learned.weights]) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** What `toBytes` made; undefined for another release's format, whose labels are then read anew. */
export function fromBytes(bytes: Uint8Array): TrainedClassifier | undefined {
  // A Buffer's own slice() would share, at an odd place.
  const copy = new Uint8Array(bytes)
  const length = new DataView(copy.buffer).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(copy.subarray(4, 4 + length)))
  if (header.format !== FORMAT || header.known !== LEXICON_FEATURES) return undefined
  const {
    outputs,
    words,
    threshold,
    features: n,
  } = header as { outputs: string[]; words: number; threshold: number; features: number }
  let at = 4 + length + ((4 - (length % 4)) % 4)
  const features = new Uint32Array(copy.buffer, at, n)
  const rarity = new Float32Array(copy.buffer, (at += n * 4), n)
  const step = new Float32Array(copy.buffer, (at += n * 4), outputs.length)
  const weights = new Int8Array(copy.buffer, (at += outputs.length * 4), (n + LEXICON_FEATURES + 1) * outputs.length)
  return {
    outputs,
    words,
    threshold,
    rarity,
    step,
    weights,
    columns: new Map(Array.from(features, (feature, i) => [feature, i])),
  }
}
