// @words everybody
import { msg } from '../../kit/i18n.ts'
import type { Tx } from '../../kit/server/db.ts'
import { mailSearchPatternsOf } from '../../people/server/erasure/eraseDirectory.ts'
import type { PersonalDataSource, Eraser, DataSubject, RetentionSweeper } from '../../people/server/personalDataPorts.ts'

const theirs = 'org_id = $1 and (recipient = $2 or payload::text ilike any($3))'
const values = (tx: Tx, person: DataSubject) => [tx.org, person.email, mailSearchPatternsOf(person)]

export const mailEraser: Eraser = {
  async preview(tx, person) {
    const { rows } = await tx.query<{ n: number }>({
      text: `select count(*)::int as n from outbox where ${theirs}`,
      values: values(tx, person),
    })
    return [{ what: msg('Mails to them or about them'), n: rows[0]!.n, fate: 'removed' }]
  },
  // The rows stay, so that nothing is sent twice; what they said goes, and what still waited is not sent.
  async erase(tx, person) {
    await tx.query({
      text: `update outbox set payload = '{"erased": true}', error = null, reply = null,
          state = case when state in ('waiting', 'failed', 'unsure') then 'cancelled' else state end
        where ${theirs}`,
      values: values(tx, person),
    })
  },
}

export const mailData: PersonalDataSource = {
  name: 'mails',
  async read(tx, { email }) {
    const { rows } = await tx.query({
      text: 'select created_at as at, state, payload from outbox where org_id = $1 and recipient = $2 order by created_at',
      values: [tx.org, email],
    })
    return rows
  },
}

/** That a mail was sent stays, so that it is not sent twice; what it said goes. */
export const mailRetainer: RetentionSweeper = {
  kind: 'outbox',
  async sweep(tx, before, limit) {
    const { rowCount } = await tx.query({
      text: `update outbox set payload = '{"expired": true}', reply = null where org_id = $1 and id in (
          select id from outbox where org_id = $1 and created_at < $2 and state in ('sent', 'kept', 'failed', 'cancelled')
            and payload <> '{"expired": true}' and payload <> '{"erased": true}' order by created_at limit $3)`,
      values: [tx.org, before, limit],
    })
    return rowCount ?? 0
  },
}
