import { ok } from '../../../kit/contract.ts'
import { toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { helpContract, type HelpItem } from '../../helpContract.ts'
import { findSurvey } from '../surveyStore.ts'
import { replyToHelp } from './help.ts'
import { listHelp } from './helpStore.ts'

export const helpRoutes = implement(helpContract, {
  listHelp: async (tx, { query }) => {
    const page = toPage(await listHelp(tx, query), query.limit, row => [row.id])
    const items = []
    for (const row of page.items) items.push(await helpReply(tx, row))
    return { ...page, items }
  },
  replyToHelp: async (tx, { params, body }) => (await replyToHelp(tx, params.id, body.text), ok),
})

async function helpReply(tx: Tx, row: Awaited<ReturnType<typeof listHelp>>[number]): Promise<HelpItem> {
  const survey = await findSurvey(tx, row.survey_id)
  const question = survey?.draft.questions.find(one => one.id === row.question_id)
  return {
    id: row.id,
    surveyId: row.survey_id,
    surveyName: row.survey_name,
    question: question ? { id: question.id, prompt: question.prompt } : null,
    locale: row.locale,
    message: row.message,
    email: row.email,
    phone: row.phone,
    responseId: row.response_id,
    state: row.state as 'open' | 'answered',
    reply: row.reply,
    repliedBy: row.replied_by,
    createdAt: row.created_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}
