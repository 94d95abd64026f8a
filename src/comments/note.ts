// @words colleagues
import { t } from '../kit/i18n.ts'
import { list } from '../kit/words.ts'
import { languageName, languagesIn } from './language.ts'
import type { Reading } from './reading.ts'

/** What a reader should know about how a text was read; null when there is nothing to say. */
export function noteOn({ language, lexicon }: Pick<Reading, 'language' | 'lexicon'>, text: string): string | null {
  const named = (code: string) => languageName(code, t.intl)
  if (!/\p{L}/u.test(text))
    return /\p{Extended_Pictographic}/u.test(text)
      ? t('No words to tell a language by: only the pictures were read.')
      : t('No words to tell a language by: nothing was read.')
  if (!lexicon)
    return t(
      'No lexicon for {language} yet: sentiment and themes are found only as far as comments in it were taught, threats to leave and requests to be called not at all.',
      {
        language: named(language),
      },
    )
  const others = languagesIn(text).filter(other => other !== language)
  if (others.length === 0) return null
  return t('Written in several languages: read as {language}; what is in {others} counts only as far as it was taught.', {
    language: named(language),
    others: list(others.map(named)),
  })
}
