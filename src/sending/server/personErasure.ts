// @words everybody
import { msg } from '../../kit/i18n.ts'
import type { PersonalDataSource, Eraser } from '../../people/server/personalDataPorts.ts'

/** That somebody was asked stays, so that response rates hold; who, in which language and by which link goes. */
export const invitationEraser: Eraser = {
  async preview(tx, { id }) {
    const { rows } = await tx.query<{ n: number }>({
      text: 'select count(*)::int as n from invitation where org_id = $1 and person_id = $2',
      values: [tx.org, id],
    })
    return [{ what: msg('Invitations: they stay counted, without the person'), n: rows[0]!.n, fate: 'pseudonymised' }]
  },
  async erase(tx, { id }) {
    await tx.query({
      text: `update invitation set segments = '{}', locale = null, token_hash = null, error = null, next_reminder_at = null,
          state = case when state in ('planned', 'held', 'waiting') then 'cancelled' else state end
        where org_id = $1 and person_id = $2`,
      values: [tx.org, id],
    })
    await tx.query({ text: 'delete from survey_opt_out where org_id = $1 and person_id = $2', values: [tx.org, id] })
  },
}

export const invitationData: PersonalDataSource = {
  name: 'invitations',
  async read(tx, { id }) {
    const { rows } = await tx.query({
      text: `select s.name as survey, i.state, i.locale, i.segments, i.due_at as due, i.sent_at as sent, i.answered_at as answered, i.reminded_at as reminded
        from invitation i join survey s on s.org_id = i.org_id and s.id = i.survey_id
        where i.org_id = $1 and i.person_id = $2 order by i.id`,
      values: [tx.org, id],
    })
    return rows
  },
}
