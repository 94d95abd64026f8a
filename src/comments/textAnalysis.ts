import { detectLanguage } from './language.ts'
import { lexicons } from './words/lexicons.ts'
import { seedHits, type SeedHit, seedThemes } from './seedThemes.ts'
import { balanceOf, type SentimentTally, tally } from './sentiment.ts'
import { type Token, tokensOf } from './words/tokens.ts'

/** A text as it stands before anything learned is asked: its words, its language, and what the lexicon says. */
export interface AnalysedText {
  language: string
  tokens: Token[]
  /** Absent where there is no lexicon for the language. */
  tally: SentimentTally | undefined
  /** −1 … 1 by the lexicon; 0 without one. */
  balance: number
  seeds: SeedHit[]
}

/** `language` is known; `likely` is a guess for words that could be of any language. */
export function analyseText(text: string, language?: string, likely?: string): AnalysedText {
  const spoken = language ?? detectLanguage(text, likely)
  const tokens = tokensOf(text)
  const lexicon = lexicons.get(spoken)
  const counted = lexicon && tally(tokens, lexicon)
  return { language: spoken, tokens, tally: counted, balance: counted ? balanceOf(counted) : 0, seeds: seedHits(tokens) }
}

/** How many numbers `knownOf` gives. */
export const LEXICON_FEATURES = 7 + seedThemes.length

/** Features computed from the lexicon and the seed themes; the classifier uses them beside the words, so that it starts from the lexicon's opinion. */
export function lexiconFeaturesOf({ tokens, tally: counted, balance, seeds }: AnalysedText): Float64Array {
  const known = new Float64Array(LEXICON_FEATURES)
  known[0] = Math.log(1 + tokens.length) / 10
  if (counted) {
    known[1] = balance / 2
    known[2] = Math.min(1.5, counted.complaint / 6)
    known[3] = Math.min(1.5, counted.praise / 8)
    known[4] = Math.min(1, counted.wishes / 4)
    known[5] = counted.last < 0 ? 0.5 : 0
    known[6] = counted.complaint > 0 ? 0.5 : 0
  }
  for (const { theme } of seeds) known[7 + theme] = Math.min(1, known[7 + theme]! + 0.5)
  return known
}

/** Where the lexicon draws the line: a balance below it is a complaint. */
const EVEN = -0.01

/** How much the lexicon alone speaks for "negative": above zero it does. */
export const lexiconMargin = (balance: number): number => EVEN - balance
