// @words everybody
import { msg } from '../../../kit/i18n.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { PersonalDataSource, Eraser, DataSubject } from '../../../people/server/personalDataPorts.ts'
import { responsesOfPerson } from '../responseCounts.ts'

// Of an anonymous survey, the address somebody left is all that names them; of others, the answer it is about does too.
const theirs = `h.org_id = $1 and (h.email = $2 or h.response_id = any($3))`
const values = async (tx: Tx, { id, email }: Omit<DataSubject, 'pages'>) => [tx.org, email, await responsesOfPerson.call(tx, id)]

/** What they asked stays, without address and number. Runs before answers forget whose they are. */
export const helpEraser: Eraser = {
  async preview(tx, person) {
    const { rows } = await tx.query<{ n: number }>({
      text: `select count(*)::int as n from help_request h where ${theirs}`,
      values: await values(tx, person),
    })
    return [{ what: msg('Requests for help: they stay, without the person'), n: rows[0]!.n, fate: 'pseudonymised' }]
  },
  pages: async (tx, person) => {
    const { rows } = await tx.query<{ page: string }>({
      text: `select '/help/' || h.id as page from help_request h where ${theirs}`,
      values: await values(tx, person),
    })
    return rows.map(({ page }) => page)
  },
  async erase(tx, person) {
    await tx.query({
      text: `update help_request h set email = null, phone = null, response_id = null, back_path = null, asker_hash = null where ${theirs}`,
      values: await values(tx, person),
    })
  },
}

export const helpData: PersonalDataSource = {
  name: 'help_requests',
  async read(tx, person) {
    const { rows } = await tx.query({
      text: `select s.name as survey, h.message, h.email, h.phone, h.reply, h.created_at as asked, h.answered_at as answered
        from help_request h join survey s on s.org_id = h.org_id and s.id = h.survey_id where ${theirs} order by h.id`,
      values: await values(tx, person),
    })
    return rows
  },
}
