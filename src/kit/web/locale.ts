import { activate, type Locale, localeFor, t } from '../i18n.ts'

const key = 'fc.locale'

/** What was chosen here, else what the browser asks for. `?locale=pseudo` in the address chooses, for tests and the curious. */
export function chosenLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('locale')
  if (asked) localStorage.setItem(key, localeFor(asked))
  return localeFor(localStorage.getItem(key) ?? navigator.language)
}

/** Loads the words of a language and makes the page speak it; English needs no catalogue. */
export async function speak(locale: Locale): Promise<void> {
  const catalogue =
    locale === 'de'
      ? await import('../locales/de.generated.ts')
      : locale === 'ar'
        ? await import('../locales/ar.generated.ts')
        : undefined
  activate(locale, catalogue?.messages)
  document.documentElement.lang = t.intl
  document.documentElement.dir = t.dir
}

/** Starts the console again in another language: every word on it changes. */
export function chooseLocale(locale: Locale): void {
  localStorage.setItem(key, locale)
  location.reload()
}
