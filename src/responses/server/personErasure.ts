// @words everybody
import { msg } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { PersonalDataSource, Eraser } from '../../people/server/personalDataPorts.ts'

const countOf = async (tx: Tx, personId: string): Promise<number> => {
  const { rows } = await tx.query<{ n: number }>({
    text: 'select count(*)::int as n from response where org_id = $1 and person_id = $2',
    values: [tx.org, personId],
  })
  return rows[0]!.n
}

/** Answers stay and count; nothing leads from them to the person any more, nor from their link back to them. */
export const responseEraser: Eraser = {
  preview: async (tx, { id }) => [
    { what: msg('Answers: they stay, without the person'), n: await countOf(tx, id), fate: 'pseudonymised' },
  ],
  erase: async (tx, { id }) => {
    await tx.query({
      text: `update response set person_id = null, invitation_id = null, token_hash = null where org_id = $1 and person_id = $2`,
      values: [tx.org, id],
    })
  },
}

export const responseData: PersonalDataSource = {
  name: 'responses',
  read: async (tx, { id }) => {
    const { rows } = await tx.query({
      text: `select s.name as survey, r.state, r.responded_at as at, r.segments,
          (select jsonb_agg(jsonb_build_object('question', a.question_id, 'item', nullif(a.item, ''), 'number', a.number, 'text', a.text,
            'choices', a.choices) order by a.question_id, a.item)
            from answer a where a.org_id = r.org_id and a.response_id = r.id) as answers
        from response r join survey s on s.org_id = r.org_id and s.id = r.survey_id
        where r.org_id = $1 and r.person_id = $2 order by r.responded_at`,
      values: [tx.org, id],
    })
    return rows
  },
}
