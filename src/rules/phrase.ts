/** A place in a text, in UTF-16 code units, end exclusive. */
export interface TextSpan {
  start: number
  end: number
}

/** Where a phrase stands in a text, whole words only, whatever the case and the spacing. */
export function phraseIn(text: string, phrase: string): TextSpan[] {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.join('') === '') return []
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
  return Array.from(text.matchAll(whole), ({ index, 0: found }) => ({ start: index, end: index + found.length }))
}
