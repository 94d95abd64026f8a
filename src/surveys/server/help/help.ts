import { pathTo } from '../../../kit/paths.ts'
import { record } from '../../../activity/server/record.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { definePort } from '../../../kit/port.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import { notify } from '../../../notifications/server/notify.ts'
import type { HelpRequestInput } from './helpRequestInput.ts'
import { helpTitle, mailOwner, mailReply } from './helpMail.ts'
import { insertHelp, lockHelp, saveReply } from './helpStore.ts'
import { readOwnOrganisation } from '../publicOrganisation.ts'
import { findOrganisationOwnerLogin, findMemberLogin, findSurvey } from '../surveyStore.ts'
import { sealReturnPath } from './returnPath.ts'

/** “Need help?” on a respondent page (surveys → desk): until the desk takes it, a mail to the survey's owner and an item in the console. */
export const requestHelp = definePort<(tx: Tx, asked: HelpRequestInput) => Promise<string>>('help', askOwner)

async function askOwner(tx: Tx, given: HelpRequestInput): Promise<string> {
  const asked = { ...given, id: given.id ?? newId() }
  await insertHelp(tx, { ...asked, backPath: given.backPath && sealReturnPath(given.backPath), at: given.at ?? tx.now })
  const subject = { type: 'help_request', id: asked.id, also: [asked.surveyId] }
  await record(tx, 'help.asked', subject, { question: asked.questionId })
  await tellOwner(tx, asked)
  announce(tx, 'help-requests', asked.id)
  return asked.id
}

/** An item under the bell, and a mail unless they chose otherwise. */
async function tellOwner(tx: Tx, asked: HelpRequestInput & { id: string }): Promise<void> {
  const survey = await findSurvey(tx, asked.surveyId)
  const owner = (survey?.owner_id && (await findMemberLogin(tx, survey.owner_id))) || (await findOrganisationOwnerLogin(tx))
  if (!owner) return
  const href = pathTo('/surveys/$id/help/$help', { id: asked.surveyId, help: asked.id })
  const told = { userId: owner.id, kind: 'help' as const, detail: asked.message, href, key: `help ${asked.id}`, ownMail: true }
  if (!(await notify(tx, { ...told, text: t => helpTitle(asked, t) }))) return
  const prompt = survey?.draft.questions.find(question => question.id === asked.questionId)?.prompt
  await mailOwner(tx, owner.email, href, prompt, asked)
}

export async function replyToHelp(tx: Tx, id: string, text: string): Promise<void> {
  const asked = await lockHelp(tx, id)
  if (!asked) throw notFound('request for help')
  if (asked.state === 'answered') throw new AppError('not_allowed_now', 'This was answered already.')
  const { email: to, back_path: back, locale } = asked
  const anonymous = (await findSurvey(tx, asked.survey_id))?.anonymous ?? true
  if (to && back)
    await mailReply(tx, { id, to, locale, organisation: (await readOwnOrganisation(tx)).name, text, back, anonymous })
  await saveReply(tx, id, text)
  await record(tx, 'help.answered', { type: 'help_request', id, also: [asked.survey_id] })
  announce(tx, 'help-requests', id)
}
