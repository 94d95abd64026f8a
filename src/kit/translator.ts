import { localeFor, type Translate, voice } from './i18n.ts'
import { messages as arabic } from './locales/ar.generated.ts'
import { messages as german } from './locales/de.generated.ts'

/**
 * The product's words in one language, all catalogues at hand: for the server, which answers in many languages at once. Apart from
 * i18n.ts, because a browser loads only the catalogue it speaks.
 */
export function translator(locale: string): Translate {
  const known = localeFor(locale)
  return voice(known, known === 'de' ? german : known === 'ar' ? arabic : {})
}
