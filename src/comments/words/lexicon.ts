/** What a language needs to be read: words with their weight, and what turns, strengthens or splits what they say. */
export interface Lexicon {
  /** Weight of a word: 1 mild … 3 strong; praise above zero, complaint below. */
  words: ReadonlyMap<string, number>
  /** Fixed phrases, as words joined by one blank; they win over their single words. */
  phrases: ReadonlyMap<string, number>
  /** Turn what follows: "not", "never". */
  negators: ReadonlySet<string>
  /** Strengthen or weaken the next word: factor. */
  degrees: ReadonlyMap<string, number>
  /** What follows counts more than what came before: "but". */
  contrasts: ReadonlySet<string>
  /** Ask for a change, and so say that something is missing: "should", "could have". */
  wishes: ReadonlySet<string>
  /** First words of phrases and wishes: where it is worth to look for one. */
  begins: ReadonlySet<string>
  /** Other forms under which a word may stand in the lexicon. */
  stems(word: string): readonly string[]
}

/** Words by weight: `{ 2: 'kind helpful' }`. Words of a phrase are joined by "_". */
export function weights(lists: Readonly<Record<number, string>>, sign: 1 | -1): [string, number][] {
  return Object.entries(lists).flatMap(([weight, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((word): [string, number] => [word.replaceAll('_', ' '), sign * Number(weight)]),
  )
}

export const split = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', ' '))

/** Sorts single words from phrases. */
export function sorted(
  entries: readonly [string, number][],
  wishes: readonly string[],
): Pick<Lexicon, 'words' | 'phrases' | 'wishes' | 'begins'> {
  const longer = entries.flatMap(([word]) => (word.includes(' ') ? [word] : []))
  return {
    wishes: new Set(wishes),
    begins: new Set([...longer, ...wishes].map(phrase => phrase.split(' ')[0]!)),
    words: new Map(entries.filter(([word]) => !word.includes(' '))),
    phrases: new Map(entries.filter(([word]) => word.includes(' '))),
  }
}

/** What faces and hands say in every language. */
export const pictures: ReadonlyMap<string, number> = new Map(
  weights({ 2: '👍 😀 😃 😄 😁 😊 🙂 😍 🥰 ❤ 💕 👏 🙏 🌟 ⭐ 💯 🎉 😎 🤗 ☺ 👌' }, 1).concat(
    weights({ 2: '👎 😡 😠 🤬 😤 😞 😢 😭 😒 🙁 ☹ 😩 😫 🤮 💩 😖 😣 😔' }, -1),
  ),
)
