import type { Token } from './words/tokens.ts'

/** What a text holds, as numbers that stand for its words and pairs of words, and for the beginnings of its words, with how often. */
export interface Features {
  words: Map<number, number>
  beginnings: Map<number, number>
}

/** The first letters stand for a word's family: "wait", "waited" and "waiting", and most misspellings, are one. */
const BEGINNINGS = [4, 6]

/** Words, pairs of neighbouring words, and beginnings of words. Linear in the length of the text. */
export function featuresOf(tokens: readonly Token[]): Features {
  const words = new Map<number, number>()
  const beginnings = new Map<number, number>()
  let before = ''
  for (const { word, stop } of tokens) {
    add(words, hash(word, 1))
    if (before) add(words, hash(`${before} ${word}`, 2))
    before = word
    if (stop) continue
    for (const length of BEGINNINGS) if (word.length >= length) add(beginnings, hash(word.slice(0, length), 2 + length))
  }
  return { words, beginnings }
}

/** The feature that a single word is, to ask what weight it got. */
export const wordFeature = (word: string): number => hash(word, 1)

const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** FNV-1a with an extra shift, 32 bits: the same on every machine. */
function hash(text: string, seed: number): number {
  let code = seed
  for (let i = 0; i < text.length; i++) code = Math.imul(code ^ text.charCodeAt(i), 0x01000193) ^ (code >>> 15)
  return code >>> 0
}
