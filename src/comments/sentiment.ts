import { type Lexicon, pictures } from './words/lexicon.ts'
import type { Token } from './words/tokens.ts'

/** A word or phrase that says praise or complaint, with what stands around it taken into account. */
export interface Hit {
  /** First and last token. */
  from: number
  to: number
  /** Praise above zero, complaint below; a wish is 0. */
  weight: number
  kind: 'praise' | 'complaint' | 'wish'
  negated: boolean
}

export interface SentimentTally {
  hits: Hit[]
  praise: number
  complaint: number
  wishes: number
  /** Balance of the last clause that has one: people end with what they mean. */
  last: number
}

const LONGEST_PHRASE = 6
/** How far a "not" reaches, in words. */
const REACH = 3

/** Finds what a lexicon knows in a text. Linear in its length. */
export function tally(tokens: readonly Token[], lexicon: Lexicon): SentimentTally {
  const hits = hitsOf(tokens, lexicon)
  const turn = tokens.findLastIndex(token => lexicon.contrasts.has(token.word))
  let praise = 0
  let complaint = 0
  let last = 0
  for (const hit of hits) {
    const weight = hit.weight * weightOfPlace(hit.from, turn)
    if (weight > 0) praise += weight
    else complaint -= weight
    if (weight !== 0) last = weight
  }
  return { hits, praise, complaint, wishes: hits.filter(hit => hit.kind === 'wish').length, last }
}

// What follows the last "but" weighs more than what came before it.
const weightOfPlace = (at: number, turn: number): number => (turn < 1 ? 1 : at > turn ? 1.3 : 0.7)

/** −1 … 1: the balance of praise and complaint, flattened so that a long text does not shout. */
export const balanceOf = ({ praise, complaint, wishes }: SentimentTally): number => {
  const sum = praise - complaint - 0.7 * wishes
  return sum / Math.sqrt(sum * sum + 12)
}

function hitsOf(tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < tokens.length; ) {
    const hit = phraseAt(tokens, at, lexicon) ?? wordAt(tokens, at, lexicon)
    if (hit) hits.push(hit)
    at = hit ? hit.to + 1 : at + 1
  }
  return hits
}

function phraseAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Hit | undefined {
  if (!lexicon.begins.has(tokens[at]!.word)) return undefined
  let phrase = tokens[at]!.word
  let found: Hit | undefined
  for (let to = at; to < Math.min(tokens.length, at + LONGEST_PHRASE); to++) {
    if (to > at) phrase += ` ${tokens[to]!.word}`
    const weight = lexicon.phrases.get(phrase)
    if (weight !== undefined) found = { from: at, to, weight, kind: weight > 0 ? 'praise' : 'complaint', negated: false }
    else if (!found && lexicon.wishes.has(phrase)) found = { from: at, to, weight: 0, kind: 'wish', negated: false }
    if (tokens[to]!.stop) break
  }
  return found
}

function wordAt(tokens: readonly Token[], at: number, lexicon: Lexicon): Hit | undefined {
  const weight = weightOf(tokens[at]!.word, lexicon)
  if (weight === undefined) return undefined
  const degree = lexicon.degrees.get(tokens[at - 1]?.word ?? '') ?? 1
  const negator = negatorBefore(tokens, at, lexicon)
  // "Not bad" is faint praise, "not good" a plain complaint.
  const turned = negator === undefined ? weight * degree : weight > 0 ? -Math.max(1.2, weight * 0.8) : -weight * 0.5
  return {
    from: negator ?? at,
    to: at,
    weight: turned,
    kind: turned > 0 ? 'praise' : 'complaint',
    negated: negator !== undefined,
  }
}

function negatorBefore(tokens: readonly Token[], at: number, lexicon: Lexicon): number | undefined {
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const { word, stop } = tokens[back]!
    if (stop || lexicon.contrasts.has(word)) return undefined
    // "Not only kind" praises.
    if (lexicon.negators.has(word)) return /^(only|just|nur)$/.test(tokens[back + 1]?.word ?? '') ? undefined : back
  }
  return undefined
}

// People use the same few thousand words; what was found for one is kept, up to a bound.
const known = new WeakMap<Lexicon, Map<string, number | undefined>>()
const KEPT = 20_000

function weightOf(word: string, lexicon: Lexicon): number | undefined {
  const weight = lexicon.words.get(word) ?? pictures.get(word)
  if (weight !== undefined) return weight
  const kept = known.get(lexicon) ?? new Map<string, number | undefined>()
  if (kept.has(word)) return kept.get(word)
  const stem = lexicon.stems(word).find(form => lexicon.words.has(form))
  const found = stem === undefined ? undefined : lexicon.words.get(stem)
  if (kept.size < KEPT) kept.set(word, found)
  known.set(lexicon, kept)
  return found
}
