// @words colleagues
import { firstName } from '../people/firstName.ts'
import type { Translate } from '../kit/i18n.ts'
import type { FirstQuestion } from '../mail/invitation.ts'
import type { Questionnaire } from '../surveys/questionnaire.ts'
import type { MessageInput } from './sendingContract.ts'
import { inLanguage } from '../surveys/translation.ts'

export interface InvitationText {
  subject: string
  intro: string
  outro: string
}

/** What the mail says in one language: the organisation's words, else the product's. Variables are still in it. */
export function invitationText(
  message: MessageInput,
  locale: string,
  title: string,
  t: Translate,
  reminder = false,
): InvitationText {
  const own: Partial<InvitationText> = message[locale] ?? {}
  const usual = usualText(title, t, reminder)
  const subject = own.subject?.trim() || usual.subject
  return {
    subject: reminder && own.subject?.trim() ? t('Reminder: {subject}', { subject }) : subject,
    intro: own.intro?.trim() || usual.intro,
    outro: own.outro?.trim() || '',
  }
}

const usualText = (title: string, t: Translate, reminder: boolean) => ({
  subject: reminder ? t('Still one question: {title}', { title }) : title,
  intro: reminder
    ? t('Hello {name}, some days ago we asked you a question. It is still open, and your answer counts.', {
        name: '{{first_name}}',
      })
    : t('Hello {name}, we would like to know how it was.', { name: '{{first_name}}' }),
})

/** The first question that a mail can ask: one that is shown to everybody. */
export function firstQuestion(questionnaire: Questionnaire, locale: string): FirstQuestion {
  const [question] = inLanguage(questionnaire, locale).questions
  if (!question) return { kind: 'text', prompt: questionnaire.title }
  const { kind, prompt, scale, options } = question
  return { kind, prompt, ...(scale && { scale }), ...(options && { options }) }
}

/** Variables that every mail knows, beside `segment.…`. */
export const variables = ['name', 'first_name', 'email', 'unit', 'organisation', 'survey'] as const

export const isVariable = (name: string): boolean =>
  (variables as readonly string[]).includes(name) || name.startsWith('segment.')

export interface VariableSource {
  name: string
  email: string
  unit?: string | null
  organisation: string
  survey: string
  segments: Readonly<Record<string, string>>
}

export function mailVariableValues({ segments, ...plain }: VariableSource): Record<string, string | null | undefined> {
  const own = Object.entries(segments).map(([key, value]) => [`segment.${key}`, value])
  return { ...Object.fromEntries(own), ...plain, first_name: firstName(plain.name) }
}
