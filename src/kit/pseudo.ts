const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'åƀçđéƒğħîĵķļɱñöþɋŕšťûṽŵẋýžÅɃÇĐÉƑĞĦÎĴĶĻṀÑÖÞɊŔŠŤÛṼŴẊÝŽ'

/** Accents every letter, and lengthens as German would: what stays plain on a page was not translated. Tags (`<0>`) stay. */
export function pseudo(text: string): string {
  return text
    .split(/(<[^>]*>)/)
    .map(part => (part.startsWith('<') ? part : [...part].map(accent).join('')))
    .join('')
}

export const bracket = (message: string): string => `⟦${message}⟧`

const accent = (letter: string): string => {
  const at = plain.indexOf(letter)
  return at < 0 ? letter : [...accented][at]!
}
