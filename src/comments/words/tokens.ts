/** A word or a mark of a text, in lower case, with where it stands in the original (UTF-16 offsets, end exclusive). */
export interface Token {
  word: string
  start: number
  end: number
  /** Ends a clause or sentence: what stands behind it is out of reach of a "not" before it. */
  stop: boolean
}

const piece = /[\p{L}\p{M}]+(?:['’ʼ-][\p{L}\p{M}]+)*|\d+(?:[.,:]\d+)*|\p{Extended_Pictographic}|[.!?…;:,()\n؟،؛—–"“”„«»]+/gu

/** Words and marks in order. Linear in the length of the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(piece)) {
    const raw = match[0]
    const start = match.index
    const isMark = /^[^\p{L}\p{M}\d\p{Extended_Pictographic}]/u.test(raw)
    tokens.push({ word: isMark ? raw : plain(raw), start, end: start + raw.length, stop: isMark })
  }
  return tokens
}

/** Lower case, one kind of apostrophe, no Arabic vowel signs and one form of each letter that people write in several. */
export function plain(word: string): string {
  const lower = word.toLowerCase().replace(/[’ʼ]/g, "'")
  return /[\u0600-\u06ff]/.test(lower) ? plainArabic(lower) : lower
}

const plainArabic = (word: string): string =>
  word
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')

/** The text as a key: two comments that differ in case, spaces or marks only are the same comment. */
const sameText = (text: string): string =>
  tokensOf(text)
    .filter(token => !token.stop)
    .map(token => token.word)
    .join(' ')

/** The same as a short key: 64 bits, so that two comments of one organisation do not meet by chance. */
export function textKey(text: string): string {
  const same = sameText(text)
  let one = 0x811c9dc5
  let other = 0x9747b28c
  for (let i = 0; i < same.length; i++) {
    one = Math.imul(one ^ same.charCodeAt(i), 0x01000193)
    other = Math.imul(other ^ same.charCodeAt(i), 0x85ebca6b) ^ (other >>> 13)
  }
  return (one >>> 0).toString(36).padStart(7, '0') + (other >>> 0).toString(36).padStart(7, '0')
}
