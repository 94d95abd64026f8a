import type { AnswerOption, Question } from './question.ts'
import type { Questionnaire, ThanksPage } from './questionnaire.ts'

/** One text of a questionnaire that can be said in another language. */
export interface Text {
  key: string
  text: string
}

type TranslateText = (key: string, text: string) => string

/**
 * Every text that stands in a questionnaire, in reading order, blank ones left out. Keys: `title`, `about`, `stars.prompt`, `stars.hint`,
 * `stars.option.good`, `stars.row.staff`, `stars.scale.5`, `/thanks/high.title`, `/wording/send` …
 */
export function textsOf(questionnaire: Questionnaire): Text[] {
  const texts: Text[] = []
  mapTexts(questionnaire, (key, text) => {
    if (text.trim() !== '') texts.push({ key, text })
    return text
  })
  return texts
}

/** The questionnaire in another language; what is not translated yet stays in its default language. */
export function inLanguage(questionnaire: Questionnaire, locale: string): Questionnaire {
  const known = Object.hasOwn(questionnaire.translations, locale) ? questionnaire.translations[locale]! : {}
  if (locale === questionnaire.locale) return questionnaire
  const translated = (key: string) => (Object.hasOwn(known, key) && known[key]!.trim() !== '' ? known[key] : undefined)
  return { ...mapTexts(questionnaire, (key, text) => (text.trim() === '' ? text : (translated(key) ?? text))), locale }
}

/** One walk for both, so that what is listed and what is replaced can never differ. */
function mapTexts(questionnaire: Questionnaire, say: TranslateText): Questionnaire {
  const { title, about, questions, thanks, wording } = questionnaire
  return {
    ...questionnaire,
    title: say('title', title),
    about: say('about', about),
    questions: questions.map(question => saidQuestion(question, say)),
    thanks: thanks.map(page => saidThanks(page, say)),
    wording: Object.fromEntries(Object.entries(wording).map(([key, text]) => [key, say(`/wording/${key}`, text)])),
  }
}

function saidQuestion(question: Question, say: TranslateText): Question {
  const { id, prompt, hint, options, rows, scale } = question
  const labelled = (what: string) => (option: AnswerOption) => ({
    ...option,
    label: say(`${id}.${what}.${option.id}`, option.label),
  })
  return {
    ...question,
    prompt: say(`${id}.prompt`, prompt),
    ...(hint !== undefined && { hint: say(`${id}.hint`, hint) }),
    ...(options && { options: options.map(labelled('option')) }),
    ...(rows && { rows: rows.map(labelled('row')) }),
    ...(scale && { scale: saidScale(id, scale, say) }),
  }
}

function saidScale(id: string, scale: NonNullable<Question['scale']>, say: TranslateText) {
  if (!scale.labels) return scale
  return {
    ...scale,
    labels: Object.fromEntries(Object.entries(scale.labels).map(([value, label]) => [value, say(`${id}.scale.${value}`, label)])),
  }
}

function saidThanks(page: ThanksPage, say: TranslateText): ThanksPage {
  const at = `/thanks/${page.id}`
  const { link } = page
  return {
    ...page,
    title: say(`${at}.title`, page.title),
    text: say(`${at}.text`, page.text),
    ...(link && { link: { ...link, label: say(`${at}.link`, link.label) } }),
  }
}

export interface Completeness {
  locale: string
  dir: 'ltr' | 'rtl'
  done: number
  total: number
  missing: Text[]
}

/** Per language of the questionnaire: how much is said in it, and what is not. */
export function completeness(questionnaire: Questionnaire): Completeness[] {
  const texts = textsOf(questionnaire)
  return questionnaire.locales.map(locale => {
    const known = Object.hasOwn(questionnaire.translations, locale) ? questionnaire.translations[locale]! : {}
    const missing =
      locale === questionnaire.locale ? [] : texts.filter(({ key }) => !Object.hasOwn(known, key) || known[key]!.trim() === '')
    return { locale, dir: directionOf(locale), done: texts.length - missing.length, total: texts.length, missing }
  })
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Mend'])

/** Which way a language is written: by its script, so that ku-Arab differs from ku. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}

/** The best language we can offer someone who wants these, in their order: de-AT is served by de, and de by de-AT. */
export function languageFor({ locale, locales }: Pick<Questionnaire, 'locale' | 'locales'>, wanted: readonly string[]): string {
  const root = (tag: string) => tag.toLowerCase().split('-')[0]
  for (const tag of wanted) {
    const found = locales.find(one => one.toLowerCase() === tag.toLowerCase()) ?? locales.find(one => root(one) === root(tag))
    if (found) return found
  }
  return locale
}
