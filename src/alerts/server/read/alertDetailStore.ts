import { numbersOf } from '../../../responses/server/numbers/answerSql.ts'
import { nameOrEmailSql } from '../../../people/server/personName.ts'
import type { Tx } from '../../../kit/server/db.ts'
import type { Contact, HeadlineScore } from '../../contract.ts'

export interface ResponseHead {
  version: number
  respondedAt: Date
}

export async function readResponseHead(tx: Tx, responseId: string): Promise<ResponseHead | undefined> {
  const { rows } = await tx.query<ResponseHead>({
    text: `select version, responded_at as "respondedAt" from response where org_id = $1 and id = $2`,
    values: [tx.org, responseId],
  })
  return rows[0]
}

export interface ContactRow {
  id: string
  how: string
  note: string
  reached: boolean
  evidence: string | null
  files: Contact['files']
  mentions: { id: string; name: string }[]
  asks: { id: string; name: string } | null
  by: string
  at: Date
}

const named = `jsonb_build_object('id', p.id, 'name', ${nameOrEmailSql('p')})`

/** Newest first. */
export async function readContacts(tx: Tx, alertId: string): Promise<ContactRow[]> {
  const { rows } = await tx.query<ContactRow>({
    text: `select k.id, k.how, k.note, k.reached, k.evidence, k.by_name as by, k.at,
        (select coalesce(jsonb_agg(${named} order by p.name), '[]') from person p where p.org_id = k.org_id and p.id = any(k.mentions)) as mentions,
        (select ${named} from person p where p.org_id = k.org_id and p.id = k.asks) as asks,
        coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', c.size,
              'thumbnail', c.thumbnail is not null, 'own', f.by_id = $3) order by e.place)
            from alert_contact_file e join file f on f.org_id = e.org_id and f.id = e.file_id
            join file_content c on c.org_id = f.org_id and c.digest = f.digest
            where e.org_id = k.org_id and e.contact_id = k.id), '[]') as files
      from alert_contact k where k.org_id = $1 and k.alert_id = $2 order by k.id desc limit 200`,
    values: [tx.org, alertId, tx.caller.id],
  })
  return rows
}

export interface EarlierRow {
  responseId: string
  alertId: string | null
  surveyId: string
  version: number
  survey: string
  at: Date
  headline: HeadlineScore | null
  /** Every number the response gave, by question, for a headline where no alert has one. */
  numbers: Record<string, number> | null
}

/** The latest answers of one person, oldest first, with the alert each raised. */
export async function readHistory(tx: Tx, personId: string, limit = 20): Promise<EarlierRow[]> {
  const { rows } = await tx.query<EarlierRow>({
    text: `select r.id as "responseId", a.id as "alertId", r.survey_id as "surveyId", r.version, s.name as survey, r.responded_at as at, a.headline,
        ${numbersOf('r')} as numbers
      from response r
      join survey s on s.org_id = r.org_id and s.id = r.survey_id
      left join lateral (select id, headline from alert where org_id = r.org_id and response_id = r.id order by id limit 1) a on true
      where r.org_id = $1 and r.person_id = $2 and r.state = 'complete' order by r.responded_at desc, r.id desc limit $3`,
    values: [tx.org, personId, limit],
  })
  return rows.reverse()
}

export interface PersonContactData {
  phone: string | null
  account: string | null
}

export async function readPersonMore(tx: Tx, personId: string): Promise<PersonContactData | undefined> {
  const { rows } = await tx.query<PersonContactData>({
    text: `select p.phone, c.name as account from person p
      left join customer_account c on c.org_id = p.org_id and c.id = p.account_id where p.org_id = $1 and p.id = $2`,
    values: [tx.org, personId],
  })
  return rows[0]
}

export interface ActivityRow {
  id: string
  verb: string
  actor: string
  at: Date
  detail: Record<string, unknown> | null
}

/** What happened to the alert, newest first; an erased detail is empty. */
export async function readActivity(tx: Tx, alertId: string): Promise<ActivityRow[]> {
  const { rows } = await tx.query<ActivityRow>({
    text: `select a.id, a.verb, coalesce(d.actor_name, '') as actor, a.at, d.detail from activity a
      left join activity_detail d on d.org_id = a.org_id and d.activity_id = a.id
      where a.org_id = $1 and a.subject_id = $2 order by a.id desc limit 100`,
    values: [tx.org, alertId],
  })
  return rows
}
