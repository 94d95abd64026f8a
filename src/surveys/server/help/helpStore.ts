import type { Tx } from '../../../kit/server/db.ts'
import { idCursor } from '../../../kit/paging.ts'
import type { HelpRequestInput } from './helpRequestInput.ts'

export interface NewHelp extends HelpRequestInput {
  id: string
  at: Date
}

export async function insertHelp(tx: Tx, help: NewHelp): Promise<void> {
  await tx.db
    .insertInto('help_request')
    .values({
      org_id: tx.org,
      id: help.id,
      survey_id: help.surveyId,
      question_id: help.questionId,
      locale: help.locale,
      message: help.message,
      email: help.email,
      phone: help.phone,
      response_id: help.responseId,
      back_path: help.backPath,
      asker_hash: help.askerHash,
      created_at: help.at,
    })
    .execute()
}

const rows = (tx: Tx) => tx.db.selectFrom('help_request as h').selectAll('h').where('h.org_id', '=', tx.org)

interface HelpFilter {
  limit: number
  cursor?: string | undefined
  survey?: string | undefined
  state?: 'open' | 'answered' | undefined
}

export function listHelp(tx: Tx, { limit, cursor, survey, state }: HelpFilter) {
  const before = idCursor(cursor)
  return rows(tx)
    .innerJoin('survey as s', join => join.onRef('s.org_id', '=', 'h.org_id').onRef('s.id', '=', 'h.survey_id'))
    .select('s.name as survey_name')
    .$if(survey !== undefined, q => q.where('h.survey_id', '=', survey!))
    .$if(state !== undefined, q => q.where('h.state', '=', state!))
    .$if(before !== undefined, q => q.where('h.id', '<', before!))
    .orderBy('h.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export const lockHelp = (tx: Tx, id: string) => rows(tx).where('h.id', '=', id).forUpdate().executeTakeFirst()

/** The reply is kept; the way back goes with the mail and is then forgotten, unless the page is the only place to show it. */
export async function saveReply(tx: Tx, id: string, reply: string): Promise<void> {
  await tx.db
    .updateTable('help_request')
    .set({ state: 'answered', reply, replied_by: tx.caller.name, answered_at: tx.now, back_path: null })
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}

/** Replies to who asked from this page, the latest first. */
export const repliesTo = (tx: Tx, askerHash: Buffer) =>
  tx.db
    .selectFrom('help_request')
    .select(['message', 'reply', 'question_id'])
    .where('org_id', '=', tx.org)
    .where('asker_hash', '=', askerHash)
    .where('state', '=', 'answered')
    .orderBy('id', 'desc')
    .limit(3)
    .execute()
