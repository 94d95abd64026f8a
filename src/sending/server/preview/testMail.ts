import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { badInput } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { post } from '../../../kit/server/outbox.ts'
import { translator } from '../../../kit/translator.ts'
import type { MessageInput } from '../../sendingContract.ts'
import { languageFor } from '../../../surveys/translation.ts'
import { readOwnOrganisation } from '../../../surveys/server/publicOrganisation.ts'
import { requirePublishedSurvey } from '../../../surveys/server/published.ts'
import { invitationContent } from '../invite/postInvitation.ts'
import { previewUrl } from './previewSend.ts'
import { addressOfUser, isMember } from './recipientStore.ts'
import { readRules } from '../store/sendingRuleStore.ts'

interface TestInput {
  message: MessageInput
  locale?: string | undefined
  to?: string | undefined
}

/** Mails the invitation to whoever asks. Its links open the preview: nothing is stored. */
export async function sendTest(tx: Tx, surveyId: string, input: TestInput, userId: string | undefined): Promise<string> {
  const own = userId ? await addressOfUser(tx, userId) : undefined
  const to = input.to ?? own?.email
  if (!to) throw badInput('to', 'A key has no address of its own: say which colleague is to get the test mail.')
  if (to !== own?.email && !(await isMember(tx, to)))
    throw badInput('to', 'A test mail goes to a colleague: this address belongs to nobody who can sign in.')
  const survey = await requirePublishedSurvey(tx, surveyId)
  const organisation = await readOwnOrganisation(tx)
  const locale = languageFor(survey.questionnaire, input.locale ? [input.locale] : [])
  const person = { name: own?.name ?? 'Dana Whitlock', email: to, segments: {} }
  const { acrossSurveys: everyDays } = await readRules(tx)
  const content = invitationContent({
    survey,
    organisation,
    person,
    unit: null,
    everyDays,
    message: input.message,
    locale,
    reminder: false,
  })
  const subject = translator(locale)('Test: {subject}', { subject: content.subject })
  const data = {
    ...content,
    subject,
    code: organisation.code,
    locales: survey.questionnaire.locales,
    preview: previewUrl(accountSettings.call().publicUrl, surveyId),
  }
  await post(tx, {
    kind: 'mail',
    key: `survey test ${newId()}`,
    payload: { to, name: person.name, subject, template: 'invitation', locale, data },
  })
  return to
}
