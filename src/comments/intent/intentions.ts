import { callingWords, isNaming, mayCall } from './callingWords.ts'
import { leavingWords, mayLeave } from './leavingWords.ts'
import { isIronic, isAsserted, isQuoted, type Pattern, type PhraseMatch } from './assertion.ts'

/** Where a text threatens to leave: said by its author, now, and meant. */
export function leavingIn(text: string): PhraseMatch[] {
  const all = lower(text)
  return mayLeave.test(all) ? intentionsIn(all, leavingWords) : []
}

/** Where a text asks to be called or contacted. */
export function callsIn(text: string): PhraseMatch[] {
  const all = lower(text)
  return mayCall.test(all)
    ? intentionsIn(all, callingWords).filter(({ start, end }) => !isNaming(all.slice(start), end - start))
    : []
}

function intentionsIn(all: string, patterns: readonly Pattern[]): PhraseMatch[] {
  const found: PhraseMatch[] = []
  for (const sentence of sentencesIn(all)) {
    const words = all.slice(sentence.start, sentence.end)
    for (const pattern of patterns)
      for (const match of words.matchAll(pattern.says)) {
        const place = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
        if (found.some(known => place.start < known.end && place.end > known.start)) continue
        if (isAsserted(words, match, pattern) && !isIronic(all, sentence) && !isQuoted(all, place)) found.push(place)
      }
  }
  return found.sort((a, b) => a.start - b.start)
}

// The dot of "Tel. 020" ends no sentence.
function sentencesIn(text: string): PhraseMatch[] {
  return [...text.matchAll(/(?:[^.!?…\n؟]|\.(?=\s?\d))+[.!?…؟]*/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

// Lower case of the same length, so that places stay places; apostrophes of one kind.
function lower(text: string): string {
  const small = text.toLowerCase().replace(/[’ʼ]/g, "'")
  return small.length === text.length ? small : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}
