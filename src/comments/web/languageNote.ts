import { t } from '../../kit/i18n.ts'
import { languageName } from '../language.ts'

/** Says that nothing is known of a language but what was taught. */
export const languageNote = (language: string): string =>
  t('No lexicon for {language} yet: sentiment and themes are found only as far as comments in it were taught.', {
    language: languageName(language, t.intl),
  })
