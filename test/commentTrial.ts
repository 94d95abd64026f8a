import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Example, trainClassifier } from '../src/comments/trainClassifier.ts'
import { fromBytes, toBytes } from '../src/comments/trainedClassifier.ts'
import { type Model, readComment } from '../src/comments/reading.ts'
import { textKey } from '../src/comments/words/tokens.ts'

const file = join(import.meta.dirname, '../../shared/data/feedback/nhs_fft_comments.csv')

/** Labelled comments of patients, each wording once; undefined where the file is absent. Nothing learned from them is kept. */
export function labelledComments(): Required<Pick<Example, 'text' | 'themes'>>[] | undefined {
  if (!existsSync(file)) return undefined
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true })
  const known = new Set<string>()
  return rows.flatMap(row => {
    const text = row['comment']!
    const key = textKey(text)
    if (row['labelled'] !== '1' || !/[\p{L}\p{N}]/u.test(text) || known.has(key)) return []
    known.add(key)
    const negative = row['is_negative'] === '' ? undefined : row['is_negative'] === '1'
    return [{ text, negative, themes: row['themes']!.split('|').filter(Boolean) }]
  })
}

export interface Trial {
  /** F1 of "negative", micro-F1 of themes. */
  negative: number
  themes: number
  /** Of one fold, on average. */
  learnMs: number
}

const untaught: Model = { version: 0, themes: [], learned: undefined, picked: new Map(), seeds: false }

/** k-fold cross-validation: each comment is read by rules that were taught `taught` others and never it. */
export function trial(examples: readonly Example[], taught: number, folds = 5): Trial {
  const themes = [...new Set(examples.flatMap(example => example.themes ?? []))].map(id => ({ id, name: id, seed: null }))
  const negative = { hit: 0, wrong: 0 }
  const themed = { hit: 0, wrong: 0 }
  let learnMs = 0
  for (let fold = 0; fold < folds; fold++) {
    const isTest = (i: number) => (i * 7919) % folds === fold
    const started = performance.now()
    const lesson = examples.filter((_, i) => !isTest(i)).slice(0, taught)
    const learned = taught > 0 ? fromBytes(toBytes(trainClassifier(lesson))) : undefined
    learnMs += (performance.now() - started) / folds
    const model = { ...untaught, themes, learned }
    for (const example of examples.filter((_, i) => isTest(i))) {
      const reading = readComment(model, example.text)
      if (example.negative !== undefined) count(negative, [example.negative], [reading.negative])
      count(
        themed,
        themes.map(({ id }) => example.themes!.includes(id)),
        themes.map(({ id }) => reading.themes.some(t => t.id === id)),
      )
    }
  }
  return { negative: f1(negative), themes: f1(themed), learnMs }
}

function count(into: { hit: number; wrong: number }, wanted: readonly boolean[], found: readonly boolean[]): void {
  for (const [i, want] of wanted.entries()) {
    if (want && found[i]) into.hit++
    else if (want || found[i]) into.wrong++
  }
}

const f1 = ({ hit, wrong }: { hit: number; wrong: number }) => (2 * hit) / (2 * hit + wrong)

const ROUNDS = 4

/** Comments read in a second of one core's time, with rules taught from them, once the code is warm. */
export function pace(examples: readonly Example[], taught: number): number {
  const themes = [...new Set(examples.flatMap(example => example.themes ?? []))].map(id => ({ id, name: id, seed: null }))
  const model = { ...untaught, themes, learned: trainClassifier(examples.slice(0, taught)) }
  const readAll = () => examples.forEach(({ text }) => void readComment(model, text))
  readAll()
  const started = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) readAll()
  // What others do on the machine meanwhile is not counted; our own collecting of garbage is.
  const { user, system } = process.cpuUsage(started)
  return ((ROUNDS * examples.length) / (user + system)) * 1_000_000
}

/** Precision and recall of a finder on sentences that mean it and sentences that only look so. */
export function found(meant: readonly string[], looks: readonly string[], finder: (text: string) => unknown[]) {
  const right = meant.filter(text => finder(text).length > 0).length
  const wrong = looks.filter(text => finder(text).length > 0).length
  return { sentences: meant.length + looks.length, precision: right / (right + wrong || 1), recall: right / meant.length }
}
