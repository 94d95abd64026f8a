import type { Tx } from '../../kit/server/db.ts'
import { translator } from '../../kit/translator.ts'
import { requestHelp } from '../../surveys/server/help/help.ts'
import { coarseId, coarseTime } from '../../kit/server/coarse.ts'
import type { Visit } from './visit.ts'

/**
 * “Please call me about this”. Of an anonymous answer (no `responseId`) only the number and the day are kept, and not in the transaction
 * of the answer: nothing in the tables puts the two together.
 */
export function askForCall(tx: Tx, { survey }: Visit, locale: string, phone: string, responseId: string | null): Promise<string> {
  const at = coarseTime(tx.now)
  return requestHelp.call(tx, {
    ...(survey.questionnaire.anonymous && { id: coarseId(at), at }),
    surveyId: survey.id,
    surveyName: survey.name,
    questionId: null,
    locale,
    message: translator(locale)('Please call me about this'),
    email: null,
    phone,
    responseId,
    backPath: null,
    askerHash: null,
  })
}
