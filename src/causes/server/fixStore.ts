import type { Tx } from '../../kit/server/db.ts'
import type { FixTexts } from '../fixWords.ts'

export interface FixRow {
  id: string
  note: string
  texts: FixTexts
  by: string
  at: Date
  told: number
}

/** What was done about a cause; nothing where it is not fixed, or turned out not to be. */
export async function findFix(tx: Tx, causeId: string): Promise<FixRow | undefined> {
  const { rows } = await tx.query<FixRow>({
    text: `select f.id, f.note, f.texts, f.by_name as by, f.fixed_at as at,
        (select count(*)::int from fix_told k where k.org_id = f.org_id and k.fix_id = f.id) as told
      from cause_fix f where f.org_id = $1 and f.cause_id = $2 and f.undone_at is null`,
    values: [tx.org, causeId],
  })
  return rows[0]
}

export async function insertFix(tx: Tx, id: string, causeId: string, note: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `insert into cause_fix (org_id, id, cause_id, note, by_name, fixed_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [tx.org, id, causeId, note, tx.caller.name, tx.now],
  })
  return rowCount === 1
}

/** What was told last stands there when the others are told. */
export async function saveTexts(tx: Tx, id: string, texts: FixTexts): Promise<void> {
  await tx.query({
    text: 'update cause_fix set texts = $3 where org_id = $1 and id = $2',
    values: [tx.org, id, JSON.stringify(texts)],
  })
}

/** The language of the organisation, and all that it offers. */
export async function readLanguages(tx: Tx): Promise<{ own: string; all: string[] }> {
  const { rows } = await tx.query<{ own: string | null; all: string[] | null }>({
    text: `select settings ->> 'locale' as own, settings -> 'locales' as all from org where id = $1`,
    values: [tx.org],
  })
  const own = rows[0]?.own ?? 'en'
  return { own, all: [...new Set([own, ...(rows[0]?.all ?? [])])] }
}

export async function saveUndone(tx: Tx, causeId: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'update cause_fix set undone_at = $3 where org_id = $1 and cause_id = $2 and undone_at is null',
    values: [tx.org, causeId, tx.now],
  })
  return rowCount === 1
}

export const fixedCauses = async (tx: Tx): Promise<Set<string>> => {
  const { rows } = await tx.query<{ cause_id: string }>({
    text: 'select cause_id from cause_fix where org_id = $1 and undone_at is null',
    values: [tx.org],
  })
  return new Set(rows.map(row => row.cause_id))
}

export interface Namer {
  personId: string
  said: string | null
  locale: string | null
  /** Was told of this fix before. */
  told: boolean
}

export interface Period {
  from?: string | undefined
  to?: string | undefined
}

/**
 * Customers of whose alerts somebody named this cause or one below it, each once with their latest words. The alerts lie in the
 * room above; this one reads whose they are. Of anonymous answers nobody is known.
 */
export async function readNamers(tx: Tx, fixId: string, causeId: string, { from, to }: Period): Promise<Namer[]> {
  const { rows } = await tx.query<Namer>({
    text: `with recursive below as (
        select id from cause where org_id = $1 and id = $3 union select c.id from cause c join below b on c.parent_id = b.id where c.org_id = $1
      )
      select distinct on (p.id) p.id as "personId", coalesce(r.locale, p.locale, g.settings ->> 'locale') as locale,
        exists (select from fix_told k where k.org_id = a.org_id and k.fix_id = $2 and k.person_id = p.id) as told,
        (select left(w.text, 300) from answer w where w.org_id = a.org_id and w.response_id = a.response_id and w.kind = 'text'
          and w.text <> '' order by length(w.text) desc limit 1) as said
      from below b
      join alert_cause x on x.org_id = $1 and x.cause_id = b.id
      join alert a on a.org_id = x.org_id and a.id = x.alert_id
      join org g on g.id = a.org_id
      join survey s on s.org_id = a.org_id and s.id = a.survey_id and not s.anonymous
      join person p on p.org_id = a.org_id and p.id = a.person_id and p.erased_at is null
      left join response r on r.org_id = a.org_id and r.id = a.response_id
      where ($4::date is null or a.opened_at >= $4::date) and ($5::date is null or a.opened_at < $5::date + 1)
      order by p.id, a.id desc limit 5000`,
    values: [tx.org, fixId, causeId, from ?? null, to ?? null],
  })
  return rows
}

/** False when somebody told them meanwhile. */
export async function insertTold(tx: Tx, fixId: string, personId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into fix_told (org_id, fix_id, person_id, id, told_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    values: [tx.org, fixId, personId, id, tx.now],
  })
  return rowCount === 1
}
