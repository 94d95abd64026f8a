import { labelledComments, pace, trial } from '../commentTrial.ts'
import { intentionSets } from '../intentions/sets.ts'
import type { Bench } from './run.ts'

const limits: readonly [taught: number, least: number][] = [
  [0, 0.6],
  [500, 0.7],
  [Number.POSITIVE_INFINITY, 0.78],
]
const LEAST_THEMES = 0.65
const LEAST_PACE = 2_000
const LEAST_PRECISION = 0.8
const LEAST_RECALL = 0.6

/** How well comments are read: by cross-validation on labelled ones, and on sentences of our own making. */
export const bench: Bench = {
  async run() {
    const parts = [intentions(), labelled()]
    return { report: parts.map(part => part.report).join('\n\n'), missed: parts.flatMap(part => part.missed) }
  },
}

function intentions() {
  const rows = intentionSets()
  return {
    report: table(
      ['of our own making', 'set', 'sentences', 'precision', 'recall'],
      rows.map(({ what, set, sentences, precision, recall }) => [
        what,
        set,
        String(sentences),
        precision.toFixed(2),
        recall.toFixed(2),
      ]),
    ),
    missed: rows.flatMap(({ what, set, precision, recall }) => [
      ...(precision < LEAST_PRECISION ? [`${what}, ${set}: precision ${precision.toFixed(2)} < ${LEAST_PRECISION}`] : []),
      ...(recall < LEAST_RECALL ? [`${what}, ${set}: recall ${recall.toFixed(2)} < ${LEAST_RECALL}`] : []),
    ]),
  }
}

function labelled() {
  const examples = labelledComments()
  if (!examples) return { report: 'Labelled comments: skipped, the file is not on this machine.', missed: [] }
  const runs = limits.map(([taught, least]) => ({ taught, least, ...trial(examples, taught) }))
  const all = runs.at(-1)!
  const speed = pace(examples, examples.length)
  const named = (taught: number) => (Number.isFinite(taught) ? String(taught) : 'four fifths')
  const report = table(
    ['taught', 'negative, F1', 'themes, micro-F1', 'learning'],
    runs.map(run => [
      named(run.taught),
      run.negative.toFixed(3),
      run.taught ? run.themes.toFixed(3) : '–',
      run.taught ? `${Math.round(run.learnMs)} ms` : '–',
    ]),
  )
  const lengths = `${examples.length} comments, each wording once, five folds. Reading: ${Math.round(speed).toLocaleString('en')} comments in a second of one core.`
  return {
    report: `${lengths}\n\n${report}`,
    missed: [
      ...runs
        .filter(run => run.negative < run.least)
        .map(run => `negative after ${named(run.taught)}: ${run.negative.toFixed(3)} < ${run.least}`),
      ...(all.themes < LEAST_THEMES ? [`themes: ${all.themes.toFixed(3)} < ${LEAST_THEMES}`] : []),
      ...(speed < LEAST_PACE ? [`${Math.round(speed)} comments/s < ${LEAST_PACE}`] : []),
    ],
  }
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')
