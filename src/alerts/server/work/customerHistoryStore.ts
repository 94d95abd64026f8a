import { longestTextSql } from '../../../responses/server/read/answerTextSql.ts'
import type { Tx } from '../../../kit/server/db.ts'

export interface CustomerHistoryRow {
  kind: 'answer' | 'alert' | 'help' | 'mail'
  id: string
  at: Date
  about: string
  state: string | null
  said: string | null
  responseId: string | null
  surveyId: string | null
}

const MOST = 40

/** What happened with a customer over all channels, newest first: what they answered, asked and were asked, and the alerts about it. */
export async function readPast(tx: Tx, personId: string, units: string[] | null): Promise<CustomerHistoryRow[]> {
  const { rows } = await tx.query<CustomerHistoryRow>({
    text: `with p as (select id, email from person where org_id = $1 and id = $2 and erased_at is null)
      select * from (
        (select 'answer' as kind, r.id, r.responded_at as at, s.name as about, null as state, r.id as "responseId", r.survey_id as "surveyId",
            ${longestTextSql('$1', 'r.id', 200)} as said
          from p join response r on r.org_id = $1 and r.person_id = p.id and r.state = 'complete'
            and ($3::uuid[] is null or r.unit_id = any($3))
          join survey s on s.org_id = $1 and s.id = r.survey_id order by r.responded_at desc limit ${MOST})
        union all
        (select 'alert', a.id, a.opened_at, s.name, a.state, a.response_id, a.survey_id, a.outcome
          from p join alert a on a.org_id = $1 and a.person_id = p.id and ($3::uuid[] is null or a.unit_id = any($3))
          join survey s on s.org_id = $1 and s.id = a.survey_id order by a.id desc limit ${MOST})
        union all
        (select 'help', h.id, h.created_at, s.name, case when h.answered_at is null then 'waits' else 'answered' end, null, h.survey_id, left(h.message, 200)
          from p join help_request h on h.org_id = $1 and (h.email = p.email or h.response_id in (
            select x.id from response x where x.org_id = $1 and x.person_id = p.id))
          join survey s on s.org_id = $1 and s.id = h.survey_id where $3::uuid[] is null order by h.id desc limit ${MOST})
        union all
        (select 'mail', i.id, coalesce(i.sent_at, i.asked_at), s.name, i.state, null, i.survey_id, null
          from p join invitation i on i.org_id = $1 and i.person_id = p.id and coalesce(i.sent_at, i.asked_at) is not null
          join survey s on s.org_id = $1 and s.id = i.survey_id and not s.anonymous order by i.id desc limit ${MOST})
        union all
        (select 'mail', c.id, c.asked_at, '', case when c.settled then 'settled' when not c.settled then 'not-settled' else 'asked' end,
            null, null, c.words
          from p join alert_confirmation c on c.org_id = $1 and c.person_id = p.id order by c.id desc limit ${MOST})
        union all
        (select 'mail', f.id, f.told_at, k.name, 'told', null, null, x.note
          from p join fix_told f on f.org_id = $1 and f.person_id = p.id
          join cause_fix x on x.org_id = $1 and x.id = f.fix_id join cause k on k.org_id = $1 and k.id = x.cause_id
          order by f.told_at desc limit ${MOST})
      ) everything order by at desc limit ${MOST}`,
    values: [tx.org, personId, units],
  })
  return rows
}
