import { localeOfLogin } from '../../people/server/person/personLocale.ts'
import type { Role } from '../../accounts/permissions.ts'
import type { Tx } from '../../kit/server/db.ts'
import { NO_UNIT } from '../../responses/server/intake/intakeStore.ts'

/** Surveys that were answered in these days, the most answered first. */
export async function busiestSurveys(tx: Tx, from: string, to: string, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>({
    text: `select r.survey_id as id from rollup r join survey s on s.org_id = r.org_id and s.id = r.survey_id and s.archived_at is null
      where r.org_id = $1 and r.question_id = '' and r.item = '' and r.segment_key = '' and r.segment_value = '' and r.grain = 't'
        and r.unit_id = $5 and r.bucket between $2 and $3
      group by 1 having sum(r.n) > 0 order by sum(r.n) desc, 1 limit $4`,
    values: [tx.org, from, to, limit, NO_UNIT],
  })
  return rows.map(row => row.id)
}

/** Members who have not said that they want no digest. */
export async function digestReaders(tx: Tx): Promise<{ userId: string; role: Role }[]> {
  const { rows } = await tx.query<{ userId: string; role: Role }>({
    text: `select m.user_id as "userId", m.role from membership m where m.org_id = $1 and m.accepted_at is not null
      and not exists (select 1 from digest_off o where o.org_id = $1 and o.user_id = m.user_id) order by 1`,
    values: [tx.org],
  })
  return rows
}

export interface DigestReader {
  userId: string
  name: string
  email: string
  role: Role
  units: string[] | null
  locale: string | null
}

/** A colleague who has joined, whether or not they want the digest. */
export async function readReader(tx: Tx, userId: string): Promise<DigestReader | undefined> {
  const { rows } = await tx.query<DigestReader>({
    text: `select m.user_id as "userId", l.name, l.email, m.role, m.units, ${localeOfLogin('l')} as locale
      from membership m join login l on l.id = m.user_id
      where m.org_id = $1 and m.user_id = $2 and m.accepted_at is not null`,
    values: [tx.org, userId],
  })
  return rows[0]
}
