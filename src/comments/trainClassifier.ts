import { type AnalysedText, analyseText, LEXICON_FEATURES, lexiconMargin } from './textAnalysis.ts'
import { featuresOf } from './features.ts'
import { type TrainedClassifier, NEGATIVE, vectorOf } from './trainedClassifier.ts'
import { type Fit, fit, marginOf, type Sparse } from './linear.ts'

/** What somebody said of a comment. Absent: they did not say. */
export interface Example {
  text: string
  language?: string | undefined
  negative?: boolean | undefined
  /** Ids of themes. */
  themes?: readonly string[] | undefined
}

// Values of general use for short texts, not fitted on anybody's comments.
const COST = 0.3
const NEGATIVE_COST = 0.45
const THEME_COST = 0.75
const THEME_ROUNDS = 8
/** Before any example a theme is not there: the margin that examples have to move. */
const ABSENT = -1
const LEAST_THEME = 2
/** Fewer examples than this and the lexicon's own line stays. */
const ENOUGH_TO_DRAW_A_LINE = 40
const FOLDS = 4

/**
 * Learns from examples: the same examples in the same order give the same rules. About a second for 3,000 comments with 40 themes,
 * so it runs beside the requests, not among them.
 */
export function trainClassifier(examples: readonly Example[]): TrainedClassifier {
  const examined = examples.map(({ text, language }) => analyseText(text, language))
  const vocabulary = vocabularyOf(examined)
  const matrix = matrixOf(examined, vocabulary)
  const prior = Float64Array.from(examined, ({ balance, tally }) => (tally ? lexiconMargin(balance) : 0))
  const negative = learnNegative(examples, matrix, prior)
  const themes = learnThemes(examples, matrix)
  const fits = [...(negative ? [negative.fit] : []), ...themes.map(theme => theme.fit)]
  return {
    ...vocabulary,
    ...inSteps(fits, matrix.width),
    outputs: [...(negative ? [NEGATIVE] : []), ...themes.map(theme => theme.id)],
    threshold: negative?.threshold ?? 0,
  }
}

type Vocabulary = Pick<TrainedClassifier, 'columns' | 'words' | 'rarity'>

// A word that only one of many comments holds teaches nothing about the next one.
function vocabularyOf(examined: readonly AnalysedText[]): Vocabulary {
  const least = examined.length < 50 ? 1 : 2
  const words = new Map<number, number>()
  const beginnings = new Map<number, number>()
  for (const { tokens } of examined) {
    const features = featuresOf(tokens)
    for (const word of features.words.keys()) words.set(word, (words.get(word) ?? 0) + 1)
    for (const beginning of features.beginnings.keys()) beginnings.set(beginning, (beginnings.get(beginning) ?? 0) + 1)
  }
  const kept = [...words].filter(([, n]) => n >= least)
  const all = [...kept, ...[...beginnings].filter(([key, n]) => n > least && !words.has(key))]
  return {
    columns: new Map(all.map(([key], column) => [key, column])),
    words: kept.length,
    rarity: Float32Array.from(all, ([, n]) => Math.log((1 + examined.length) / (1 + n)) + 1),
  }
}

function matrixOf(examined: readonly AnalysedText[], vocabulary: Vocabulary): Sparse {
  const starts = new Int32Array(examined.length + 1)
  const columns: number[] = []
  const values: number[] = []
  for (const [row, one] of examined.entries()) {
    const [where, what] = vectorOf(one, vocabulary)
    for (const column of where) columns.push(column)
    for (const value of what) values.push(value)
    starts[row + 1] = columns.length
  }
  const width = vocabulary.rarity.length + LEXICON_FEATURES
  return { starts, columns: Int32Array.from(columns), values: Float32Array.from(values), width }
}

function learnNegative(examples: readonly Example[], matrix: Sparse, prior: Float64Array) {
  const rows = rowsWhere(examples, ({ negative }) => negative !== undefined)
  if (rows.length === 0) return undefined
  const wanted = Uint8Array.from(examples, ({ negative }) => (negative ? 1 : 0))
  const options = { cost: COST, wantedCost: NEGATIVE_COST, prior }
  const threshold = drawLine(rows, wanted, (teach, test) => {
    const rule = fit(matrix, wanted, { ...options, rows: teach })
    return test.map(row => marginOf(matrix, row, rule) + prior[row]!)
  })
  const complaints = wantedIn(rows, wanted)
  // A pick or two, or picks of one kind only, must not turn how everything else is read.
  const trust = trustIn(Math.min(complaints, rows.length - complaints))
  return { fit: weakened(fit(matrix, wanted, { ...options, rows }), trust), threshold: threshold * trust }
}

const wantedIn = (rows: Int32Array, wanted: Uint8Array): number => rows.reduce((sum, row) => sum + wanted[row]!, 0)

/** 0 … 1: how far so many examples to the contrary let a rule speak. */
const trustIn = (n: number): number => n / (n + 5)

const weakened = ({ weights }: Fit, trust: number): Fit => ({ weights: weights.map(weight => weight * trust) })

/** The margin that finds the complaints best (F1) on examples that were held back, smoothed over its neighbours. */
function drawLine(rows: Int32Array, wanted: Uint8Array, margins: (teach: Int32Array, test: number[]) => number[]): number {
  const complaints = wantedIn(rows, wanted)
  if (rows.length < ENOUGH_TO_DRAW_A_LINE || complaints < 8 || complaints > rows.length - 8) return 0
  const held: { margin: number; wanted: boolean }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const test = [...rows].filter((_, i) => i % FOLDS === fold)
    const found = margins(
      rows.filter((_, i) => i % FOLDS !== fold),
      test,
    )
    for (const [i, row] of test.entries()) held.push({ margin: found[i]!, wanted: wanted[row] === 1 })
  }
  const lines = Array.from({ length: 31 }, (_, i) => (i - 20) / 20)
  const scores = lines.map(line => f1(held, line))
  const smooth = scores.map((_, i) => mean(scores.slice(Math.max(0, i - 2), i + 3)))
  return lines[smooth.indexOf(Math.max(...smooth))]!
}

function f1(held: readonly { margin: number; wanted: boolean }[], line: number): number {
  let right = 0
  let wrong = 0
  for (const { margin, wanted } of held) {
    if (margin > line && wanted) right++
    else if (margin > line || wanted) wrong++
  }
  return (2 * right) / (2 * right + wrong)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function learnThemes(examples: readonly Example[], matrix: Sparse): { id: string; fit: Fit }[] {
  const rows = rowsWhere(examples, ({ themes }) => themes !== undefined)
  const prior = new Float64Array(examples.length).fill(ABSENT)
  return themesOften(examples).map(id => {
    const wanted = Uint8Array.from(examples, ({ themes }) => (themes?.includes(id) ? 1 : 0))
    const whole = fit(matrix, wanted, { cost: COST, wantedCost: THEME_COST, prior, rows, rounds: THEME_ROUNDS })
    const rule = weakened(whole, trustIn(rows.length - wantedIn(rows, wanted)))
    rule.weights[matrix.width]! += ABSENT
    return { id, fit: rule }
  })
}

// One example is remembered word for word, but says too little about others.
function themesOften(examples: readonly Example[]): string[] {
  const times = new Map<string, number>()
  for (const { themes } of examples) for (const id of themes ?? []) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times].flatMap(([id, n]) => (n >= LEAST_THEME ? [id] : [])).sort()
}

const rowsWhere = (examples: readonly Example[], test: (example: Example) => boolean): Int32Array =>
  Int32Array.from(examples.flatMap((example, row) => (test(example) ? [row] : [])))

// A byte per weight is exact enough, and keeps the rules of an organisation below a megabyte.
function inSteps(fits: readonly Fit[], width: number): Pick<TrainedClassifier, 'weights' | 'step'> {
  const step = Float32Array.from(fits, ({ weights }) => (weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0) || 1) / 127)
  const weights = new Int8Array((width + 1) * fits.length)
  for (const [output, one] of fits.entries())
    for (let column = 0; column <= width; column++)
      weights[column * fits.length + output] = Math.round(one.weights[column]! / step[output]!)
  return { weights, step }
}
