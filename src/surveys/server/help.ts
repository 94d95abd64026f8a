import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { record } from '../../activity/server/record.ts'
import { AppError, notFound } from '../../kit/errors.ts'
import { translator } from '../../kit/translator.ts'
import { newId } from '../../kit/ids.ts'
import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { post } from '../../kit/server/outbox.ts'
import type { HelpAsked } from './helpAsked.ts'
import { insertHelp, lockHelp, saveReply } from './helpStore.ts'
import { ownOrganisation } from './organisation.ts'
import { findFirstOwner, findOwner, findSurvey } from './store.ts'

/** “Need help?” on a respondent page (surveys → desk): until the desk takes it, a mail to the survey's owner and an item in the console. */
export const help = definePort<(tx: Tx, asked: HelpAsked) => Promise<string>>('help', askOwner)

async function askOwner(tx: Tx, asked: HelpAsked): Promise<string> {
  const id = newId()
  await insertHelp(tx, { id, ...asked })
  await record(tx, 'help.asked', { type: 'help_request', id, also: [asked.surveyId] }, { question: asked.questionId })
  await mailOwner(tx, id, asked)
  announce(tx, 'help', id)
  return id
}

async function mailOwner(tx: Tx, id: string, { surveyId, surveyName, questionId, message, email }: HelpAsked): Promise<void> {
  const survey = await findSurvey(tx, surveyId)
  const owner = (survey?.owner_id && (await findOwner(tx, survey.owner_id))) || (await findFirstOwner(tx))
  if (!owner) return
  const prompt = survey?.draft.questions.find(question => question.id === questionId)?.prompt
  await post(tx, {
    kind: 'mail',
    key: `help ${id}`,
    payload: {
      to: owner.email,
      subject: `Help needed in “${surveyName}”`,
      text: [
        `Somebody who is answering “${surveyName}” asks for help${prompt ? ` at the question “${prompt}”` : ''}:`,
        message,
        `Reply here, and they are led back to the same question: ${accountSettings.call().publicUrl}/surveys/${surveyId}/help/${id}`,
        email
          ? 'They left an address, so your reply reaches them by mail.'
          : 'They left no address: your reply is shown when they open the page again.',
      ].join('\n\n'),
    },
  })
}

export async function replyToHelp(tx: Tx, id: string, text: string): Promise<void> {
  const asked = await lockHelp(tx, id)
  if (!asked) throw notFound('request for help')
  if (asked.state === 'answered') throw new AppError('not_allowed_now', 'This was answered already.')
  if (asked.email && asked.back_path) await mailBack(tx, id, asked.email, asked.locale, text, asked.back_path)
  await saveReply(tx, id, text)
  await record(tx, 'help.answered', { type: 'help_request', id, also: [asked.survey_id] })
  announce(tx, 'help', id)
}

async function mailBack(tx: Tx, id: string, to: string, locale: string, text: string, backPath: string): Promise<void> {
  const t = translator(locale)
  const { name } = await ownOrganisation(tx)
  const url = `${accountSettings.call().publicUrl}${backPath}`
  await post(tx, {
    kind: 'mail',
    key: `help-reply ${id}`,
    payload: {
      to,
      subject: t('Your question to {org}', { org: name }),
      text: `${text}\n\n${t('Go on where you were: {url}', { url })}`,
    },
  })
}
