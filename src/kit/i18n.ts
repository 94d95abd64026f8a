import { type I18n, type Messages, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { bracket, pseudo } from './pseudo.ts'

/** The languages of the product itself. Questionnaires and mails of an organisation may speak others. */
export const locales = ['en', 'de', 'ar', 'pseudo', 'pseudo-rtl'] as const
export type Locale = (typeof locales)[number]

export type Values = Record<string, string | number>

/** Says a message (ICU; the English text is its id) in one language: t('{n, plural, one {# alert} other {# alerts}}', { n }). */
export interface Translate {
  (message: string, values?: Values): string
  readonly locale: Locale
  /** What Intl is told: en-GB for English, so that dates and clocks read as the product writes them. */
  readonly intl: string
  readonly dir: 'ltr' | 'rtl'
}

/** The nearest language we speak: `de-AT` → `de`, unknown → `en`. */
export function localeFor(wanted: string | undefined | null): Locale {
  const found = locales.find(l => l === wanted) ?? locales.find(l => l === wanted?.split('-')[0]?.toLowerCase())
  return found ?? 'en'
}

let current: Translate = voice('en', {})

/** The product's words in the language that was made active: for the web, which speaks one language at a time. */
export const t: Translate = Object.defineProperties((message: string, values?: Values) => current(message, values), {
  locale: { get: () => current.locale },
  intl: { get: () => current.intl },
  dir: { get: () => current.dir },
}) as Translate

export function activate(locale: Locale, messages: Messages = {}): void {
  current = voice(locale, messages)
}

/** The product's words in one language, said with its catalogue. */
export function voice(locale: Locale, messages: Messages): Translate {
  const say = locale.startsWith('pseudo') ? pseudoSayer() : sayer(locale, messages)
  const intl = locale === 'de' || locale === 'ar' ? locale : 'en-GB'
  return Object.assign(say, { locale, intl, dir: locale === 'ar' || locale === 'pseudo-rtl' ? 'rtl' : 'ltr' } as const)
}

// A message without a translation is said whole in English, plural rules and all, rather than half in each language.
const english = sayer('en', {}, compileMessage)

function sayer(locale: string, messages: Messages, compile?: typeof compileMessage) {
  const i18n: I18n = setupI18n({ locale, messages: { [locale]: { ...messages } } })
  return (message: string, values?: Values): string => {
    const known = i18n.messages
    if (known[message] === undefined && compile) known[message] = compile(message)
    return known[message] === undefined ? english(message, values) : i18n._(message, values)
  }
}

function pseudoSayer() {
  const say = sayer('en', {}, message => compileMessage(message, pseudo))
  return (message: string, values?: Values): string => bracket(say(message, values))
}

/** Marks a message that is said elsewhere, as in `t(labels.nps)`, so that it reaches the catalogues. */
export const msg = (message: string): string => message
