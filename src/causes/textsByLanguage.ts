/** What was done, by language: `{ en: 'We now …', de: 'Wir …' }`. */
export type TextsByLanguage = Readonly<Record<string, string>>

/** The words somebody gets, and in which language those are. */
export interface ChosenWords {
  locale: string
  words: string
}

/**
 * The words for one reader: in their own language; else in another variety of it (de for de-AT, pt-BR for pt); else in the
 * organisation's; else in the first that were written. Undefined only where nothing is written at all.
 */
export function wordsFor(texts: TextsByLanguage, reader: string | null, own: string): ChosenWords | undefined {
  const written = Object.keys(texts).filter(locale => texts[locale]!.trim() !== '')
  const exactly = (wanted: string | null) => written.find(locale => locale === wanted)
  const nearly = (wanted: string | null) =>
    written.find(locale => wanted !== null && baseLanguage(locale) === baseLanguage(wanted))
  const locale = exactly(reader) ?? nearly(reader) ?? exactly(own) ?? nearly(own) ?? written[0]
  return locale === undefined ? undefined : { locale, words: texts[locale]!.trim() }
}

export const baseLanguage = (locale: string): string => locale.split(/[-_]/)[0]!.toLowerCase()
