import { type AnalysedText, analyseText, lexiconMargin } from './textAnalysis.ts'
import { wordFeature } from './features.ts'
import { callsIn, leavingIn } from './intent/intentions.ts'
import { type TrainedClassifier, marginsOf, NEGATIVE } from './trainedClassifier.ts'
import { seedThemes } from './seedThemes.ts'
import { textKey } from './words/tokens.ts'

export type CueKind = 'praise' | 'complaint' | 'wish' | 'theme' | 'leaving' | 'call'

/** The words that made it decide. Offsets are UTF-16 code units of the original text, end exclusive. */
export interface Cue {
  start: number
  end: number
  kind: CueKind
  /** In English, for people. */
  why: string
}

export interface FoundTheme {
  id: string
  name: string
  /** 0 … 1. */
  confidence: number
}

/** What one comment says. */
export interface Reading {
  language: string
  /** False: nothing was known of this language beforehand; what was taught is all there is. */
  lexicon: boolean
  /** −1 … 1. */
  sentiment: number
  negative: boolean
  /** 0 … 1: how near the line between negative and not; the teach queue shows the highest first. */
  doubt: number
  themes: FoundTheme[]
  /** Threatens to leave. */
  leaving: boolean
  /** Asks to be called or contacted. */
  call: boolean
  evidence: Cue[]
}

export interface ReadingTheme {
  id: string
  name: string
  /** Of a seed theme: which one. */
  seed: string | null
}

/** What somebody said of exactly this comment. */
export interface ExactLabel {
  negative?: boolean | undefined
  themes?: readonly string[] | undefined
}

/** All that reading for one organisation needs. */
export interface Model {
  version: number
  /** Those in use. */
  themes: readonly ReadingTheme[]
  /** Absent before anything was taught. */
  learned: TrainedClassifier | undefined
  /** By `textKey`: what was picked holds for the same words ever after. */
  picked: ReadonlyMap<string, ExactLabel>
  /** False once the organisation has taught themes of its own: seed themes that nobody picked then step aside. */
  seeds: boolean
}

const SURE_THEME = -0.1
/** The best theme of a comment that has none yet may be a little less sure. */
const BEST_THEME = -0.3

/**
 * Reads one comment. Pure and quick (well below a millisecond for a usual comment): it may run inside a transaction. `language` when
 * it is known; `likely` (that of the page on which it was written) decides only where the words do not.
 */
export function readComment(model: Model, text: string, language?: string, likely?: string): Reading {
  const examined = analyseText(text, language, likely)
  const margins = model.learned && marginsOf(model.learned, examined)
  const picked = model.picked.size > 0 ? model.picked.get(textKey(text)) : undefined
  const margin = marginOfNegative(model, examined, margins)
  const negative = picked?.negative ?? margin > 0
  const themes = themesOf(model, examined, margins, picked)
  const leaving = leavingIn(text)
  const calls = callsIn(text)
  return {
    language: examined.language,
    lexicon: examined.tally !== undefined,
    sentiment: sentimentOf(model, examined, margin, negative),
    negative,
    doubt: picked?.negative === undefined ? Math.exp(-3 * Math.abs(margin)) : 0,
    themes,
    leaving: leaving.length > 0,
    call: calls.length > 0,
    evidence: [
      ...lexiconEvidence(examined),
      ...learnedEvidence(model.learned, examined),
      ...themeEvidence(model, examined, themes),
      ...leaving.map((place): Cue => ({ ...place, kind: 'leaving', why: 'threat to leave' })),
      ...calls.map((place): Cue => ({ ...place, kind: 'call', why: 'asks to be contacted' })),
    ].sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

function marginOfNegative(
  { learned }: Model,
  { balance, tally, tokens }: AnalysedText,
  margins: Float64Array | undefined,
): number {
  if (tokens.length === 0) return -1
  const known = tally ? lexiconMargin(balance) : -0.05
  const at = learned?.outputs.indexOf(NEGATIVE) ?? -1
  return at < 0 ? known : known + margins![at]! - learned!.threshold
}

function sentimentOf({ learned }: Model, { balance }: AnalysedText, margin: number, negative: boolean): number {
  const taught = learned?.outputs[0] === NEGATIVE
  const raw = taught ? (balance - Math.tanh(margin)) / 2 : balance
  const signed = negative ? Math.min(raw, -0.05) : Math.max(raw, -0.05)
  return Math.round(signed * 100) / 100
}

function themesOf(
  model: Model,
  examined: AnalysedText,
  margins: Float64Array | undefined,
  picked: ExactLabel | undefined,
): FoundTheme[] {
  if (picked?.themes) return model.themes.filter(({ id }) => picked.themes!.includes(id)).map(theme => found(theme, 1))
  const taught = margins ? taughtThemes(model, margins) : []
  const seen = new Set(model.learned?.outputs)
  const seeds = model.seeds ? model.themes.filter(({ id, seed }) => seed && !seen.has(id) && spokenOf(examined, seed)) : []
  return [...taught, ...seeds.map(theme => found(theme, 0.6))].sort((a, b) => b.confidence - a.confidence)
}

function taughtThemes({ learned, themes }: Model, margins: Float64Array): FoundTheme[] {
  const byId = new Map(themes.map(theme => [theme.id, theme]))
  const all = learned!.outputs.flatMap((id, i) => {
    const theme = byId.get(id)
    return theme ? [{ theme, margin: margins[i]! }] : []
  })
  const best = all.reduce((max, { margin }) => Math.max(max, margin), BEST_THEME)
  return all
    .filter(({ margin }) => margin > SURE_THEME || (margin === best && margin > BEST_THEME))
    .map(({ theme, margin }) => found(theme, 1 / (1 + Math.exp(-3 * (margin - BEST_THEME)))))
}

const found = ({ id, name }: ReadingTheme, confidence: number): FoundTheme => ({
  id,
  name,
  confidence: Math.round(confidence * 100) / 100,
})

const spokenOf = ({ seeds }: AnalysedText, key: string) => seeds.some(({ theme }) => seedThemes[theme]!.key === key)

const reasons = { praise: 'praise', complaint: 'complaint', wish: 'asks for a change' } as const

const lexiconEvidence = ({ tally, tokens }: AnalysedText): Cue[] =>
  (tally?.hits ?? []).map(({ from, to, kind, negated }) => ({
    start: tokens[from]!.start,
    end: tokens[to]!.end,
    kind,
    why: negated ? `${reasons[kind]}, turned by “${tokens[from]!.word}”` : reasons[kind],
  }))

/** A learned word is shown when it moves the margin at least this much. */
const TELLING = 0.06
const MOST_LEARNED = 6

function learnedEvidence(learned: TrainedClassifier | undefined, { tokens, tally }: AnalysedText): Cue[] {
  if (learned?.outputs[0] !== NEGATIVE) return []
  const known = new Set(tally?.hits.flatMap(({ from, to }) => [from, to]))
  const n = learned.outputs.length
  const length = Math.sqrt(tokens.length) || 1
  return tokens
    .flatMap((token, at) => {
      const column = known.has(at) || token.stop ? undefined : learned.columns.get(wordFeature(token.word))
      if (column === undefined) return []
      const push = (learned.weights[column * n]! * learned.step[0]! * learned.rarity[column]!) / (3 * length)
      return Math.abs(push) < TELLING ? [] : [{ token, push }]
    })
    .sort((a, b) => Math.abs(b.push) - Math.abs(a.push))
    .slice(0, MOST_LEARNED)
    .map(({ token: { start, end }, push }) => ({
      start,
      end,
      kind: push > 0 ? ('complaint' as const) : ('praise' as const),
      why: push > 0 ? 'learned: complaint' : 'learned: praise',
    }))
}

function themeEvidence(model: Model, examined: AnalysedText, themes: readonly FoundTheme[]): Cue[] {
  return themes.flatMap(({ id, name }) => {
    const seed = model.themes.find(theme => theme.id === id)?.seed
    const places = seed ? seedPlaces(examined, seed) : learnedPlaces(model.learned, examined, id)
    return places.map((place): Cue => ({ ...place, kind: 'theme', why: `theme: ${name}` }))
  })
}

const seedPlaces = ({ seeds, tokens }: AnalysedText, key: string) =>
  seeds
    .filter(({ theme }) => seedThemes[theme]!.key === key)
    .map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to]!.end }))

// The words that speak most for a taught theme.
function learnedPlaces(
  learned: TrainedClassifier | undefined,
  { tokens }: AnalysedText,
  id: string,
): { start: number; end: number }[] {
  const output = learned?.outputs.indexOf(id) ?? -1
  if (!learned || output < 0) return []
  const n = learned.outputs.length
  return tokens
    .flatMap(({ word, stop, start, end }) => {
      const column = stop ? undefined : learned.columns.get(wordFeature(word))
      const weight = column === undefined ? 0 : learned.weights[column * n + output]! * learned.step[output]!
      return weight > 0.15 ? [{ start, end, weight }] : []
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ start, end }) => ({ start, end }))
}
