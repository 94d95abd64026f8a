import { ownSettings } from '../../accounts/server/orgStore.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { TextsByLanguage } from '../textsByLanguage.ts'

export interface FixRow {
  id: string
  note: string
  texts: TextsByLanguage
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

/** Keeps the texts sent last, to start from next time. */
export async function saveTexts(tx: Tx, id: string, texts: TextsByLanguage): Promise<void> {
  await tx.query({
    text: 'update cause_fix set texts = $3 where org_id = $1 and id = $2',
    values: [tx.org, id, JSON.stringify(texts)],
  })
}

/** The language of the organisation, and all that it offers. */
export async function readLanguages(tx: Tx): Promise<{ own: string; all: string[] }> {
  const { locale, locales } = await ownSettings(tx)
  const own = locale ?? 'en'
  return { own, all: [...new Set([own, ...(locales ?? [])])] }
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

/** When each person was mailed about a fix, for the contact-frequency rule. */
export const toldContacts =
  'select person_id, fix_id, told_at from fix_told where org_id = $1 and person_id = any($2) and told_at >= $3'

/** False when somebody told them meanwhile. */
export async function insertTold(tx: Tx, fixId: string, personId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: 'insert into fix_told (org_id, fix_id, person_id, id, told_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    values: [tx.org, fixId, personId, id, tx.now],
  })
  return rowCount === 1
}
