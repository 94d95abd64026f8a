export interface Mention {
  id: string
  name: string
}

/** What stands behind the `@` in which the caret is: '' right after it; null where no name is being written. */
export function mentionAt(text: string, caret: number): string | null {
  const found = /(?:^|[\s(])@([^\s@][^@\n]{0,40}|)$/.exec(text.slice(0, caret))
  return found ? found[1]! : null
}

/** The text with the name in place of what was typed of it, and where the caret is then. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const typed = mentionAt(text, caret) ?? ''
  const before = `${text.slice(0, caret - typed.length)}${name} `
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length }
}

/** Of those who were chosen, whoever still stands in the text. */
export const mentionedIn = (text: string, chosen: readonly Mention[]): string[] => [
  ...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
]
