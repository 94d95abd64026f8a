import type { Condition } from './answerCondition.ts'
import type { QuestionKind, AnswerOption } from './question.ts'
import { withDefaults, type Questionnaire } from './questionnaire.ts'

/** A text in the languages that templates come in. */
export type TemplateText = Readonly<{ en: string; de: string; ar: string }>
export type TemplateLocale = keyof TemplateText

export interface Template {
  id: string
  /** How the survey is called in the console, and when to take it. */
  name: TemplateText
  use: TemplateText
  title: TemplateText
  anonymous?: boolean
  questions: readonly {
    id: string
    kind: QuestionKind
    prompt: TemplateText
    hint?: TemplateText
    required?: boolean
    max?: number
    ends?: readonly [low: TemplateText, high: TemplateText]
    options?: Readonly<Record<string, TemplateText>>
    rows?: Readonly<Record<string, TemplateText>>
    showIf?: Condition
  }[]
  thanks: readonly { id: string; title: TemplateText; text: TemplateText; atLeast?: number; atMost?: number }[]
}

export const templateLocales = ['en', 'de', 'ar'] as const

/** A questionnaire to start from, in `locale`, with the other languages of the template as its translations. */
export function questionnaireFromTemplate(template: Template, locale: TemplateLocale = 'en'): Questionnaire {
  const translations = Object.fromEntries(
    templateLocales.filter(other => other !== locale).map(other => [other, textsIn(template, other)]),
  )
  const options = (said: Readonly<Record<string, TemplateText>>): AnswerOption[] =>
    Object.entries(said).map(([id, label]) => ({ id, label: label[locale] }))
  return withDefaults({
    title: template.title[locale],
    about: '',
    locale,
    locales: [locale, ...templateLocales.filter(other => other !== locale)],
    questions: template.questions.map(question => ({
      id: question.id,
      kind: question.kind,
      prompt: question.prompt[locale],
      required: question.required ?? false,
      ...(question.hint && { hint: question.hint[locale] }),
      ...(question.options && { options: options(question.options) }),
      ...(question.rows && { rows: options(question.rows) }),
      ...(question.ends && {
        scale: {
          ...ends(question),
          labels: { [ends(question).min]: question.ends[0][locale], [ends(question).max]: question.ends[1][locale] },
        },
      }),
      ...(question.showIf && { showIf: question.showIf }),
    })),
    thanks: template.thanks.map(page => ({ ...page, title: page.title[locale], text: page.text[locale] })),
    wording: {},
    brand: {},
    anonymous: template.anonymous ?? false,
    closesAt: null,
    quota: null,
    translations,
  })
}

const ends = ({ kind, max }: Template['questions'][number]) =>
  kind === 'nps' ? { min: 0, max: 10 } : { min: 1, max: max ?? (kind === 'ces' ? 7 : 5) }

function textsIn(template: Template, locale: TemplateLocale): Record<string, string> {
  const labels = (question: string, what: string, said: Readonly<Record<string, TemplateText>> = {}) =>
    Object.entries(said).map(([id, label]) => [`${question}.${what}.${id}`, label[locale]] as const)
  return Object.fromEntries([
    ['title', template.title[locale]],
    ...template.questions.flatMap(question => [
      [`${question.id}.prompt`, question.prompt[locale]] as const,
      ...(question.hint ? [[`${question.id}.hint`, question.hint[locale]] as const] : []),
      ...labels(question.id, 'option', question.options),
      ...labels(question.id, 'row', question.rows),
      ...(question.ends
        ? labels(question.id, 'scale', { [ends(question).min]: question.ends[0], [ends(question).max]: question.ends[1] })
        : []),
    ]),
    ...template.thanks.flatMap(({ id, title, text }) => [
      [`/thanks/${id}.title`, title[locale]] as const,
      [`/thanks/${id}.text`, text[locale]] as const,
    ]),
  ])
}
