import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { translator } from '../../../kit/translator.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { post } from '../../../kit/server/outbox.ts'
import type { InvitationMail } from '../../../mail/invitation.ts'
import { fill } from '../../../mail/variables.ts'
import { firstQuestion, invitationText, mailVariableValues } from '../../invitationText.ts'
import type { MessageInput } from '../../sendingContract.ts'
import { directionOf, languageFor } from '../../../surveys/translation.ts'
import type { PublicOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import type { PublishedSurvey } from '../../../surveys/server/published.ts'
import type { Recipient, DueInvitation } from './invitationStore.ts'
import type { SendRecord } from '../store/sendStore.ts'
import { optOutToken } from './token.ts'

export interface InvitationLetter {
  row: DueInvitation
  send: SendRecord
  survey: PublishedSurvey
  person: Recipient
  organisation: PublicOrganisation
  unit: string | null
  everyDays: number | null
}

/** What the outbox keeps of an invitation: links are made when it leaves. */
export interface InvitationData extends InvitationMail {
  /** Whose links; absent in a test mail. */
  invitation?: string
  code: string
  /** The one link of an anonymous survey. */
  link?: string
  preview?: string
  locales: readonly string[]
}

/** Posts the mail that asks one person, and says in which language. */
export const postInvitation = (tx: Tx, letter: InvitationLetter): Promise<string> => postLetter(tx, letter, 0)

/** The `number`th reminder. */
export const postReminder = (tx: Tx, letter: InvitationLetter, number: number): Promise<string> => postLetter(tx, letter, number)

export const invitationKey = (id: string): string => `invitation ${id}`
export const reminderKey = (id: string, number: number): string => `reminder ${id} ${number}`

async function postLetter(tx: Tx, letter: InvitationLetter, reminder: number): Promise<string> {
  const { row, person, send, survey, organisation } = letter
  const locale = languageFor(survey.questionnaire, [row.locale, person.locale].filter(tag => !!tag) as string[])
  const content = invitationContent({ ...letter, message: send.message, locale, reminder: reminder > 0 })
  const data: InvitationData = {
    ...content,
    invitation: row.id,
    code: organisation.code,
    locales: survey.questionnaire.locales,
    ...(send.link_id && { link: await linkToken(tx, send.link_id) }),
  }
  const payload = {
    to: person.email,
    name: person.name,
    subject: content.subject,
    template: 'invitation',
    locale,
    unsubscribe: `${accountSettings.call().publicUrl}/o/${optOutToken(organisation.code, row.id)}`,
    data,
  }
  await post(tx, { kind: 'mail', bulk: true, key: reminder ? reminderKey(row.id, reminder) : invitationKey(row.id), payload })
  return locale
}

interface InvitationContentInput {
  survey: PublishedSurvey
  organisation: PublicOrganisation
  person: Pick<Recipient, 'name' | 'email' | 'segments'>
  row?: Pick<DueInvitation, 'segments'>
  unit: string | null
  everyDays: number | null
  message: MessageInput
  locale: string
  reminder: boolean
}

/** The words of the mail, variables filled in. */
export function invitationContent({
  survey,
  organisation,
  person,
  row,
  unit,
  everyDays,
  message,
  locale,
  reminder,
}: InvitationContentInput): InvitationMail {
  const t = translator(locale)
  const title = survey.questionnaire.title || survey.name
  const text = invitationText(message, locale, title, t, reminder)
  const segments = { ...person.segments, ...row?.segments }
  const values = mailVariableValues({
    name: person.name,
    email: person.email ?? '',
    unit,
    organisation: organisation.name,
    survey: title,
    segments,
  })
  const question = firstQuestion(survey.questionnaire, locale)
  return {
    subject: fill(text.subject, values).replace(/\s+/g, ' ').trim(),
    intro: fill(text.intro, values),
    outro: fill(text.outro, values),
    question: { ...question, prompt: fill(question.prompt, values) },
    lang: locale,
    dir: directionOf(locale),
    reminder,
    anonymous: survey.questionnaire.anonymous,
    ...(everyDays && { everyDays }),
  }
}

export async function linkToken(tx: Tx, linkId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('survey_link')
    .select('token')
    .where('org_id', '=', tx.org)
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow()
  return row.token
}
