import type { Tx } from '../../kit/server/db.ts'

/** In which language an address is written to: as its login chose, else as the directory knows it, else as the organisation speaks. */
export async function localeOfAddress(tx: Tx, email: string): Promise<string> {
  const { rows } = await tx.query<{ locale: string | null }>({
    name: 'locale-of-address',
    text: `select coalesce(l.locale, p.locale, o.settings ->> 'locale') as locale from org o
      left join login l on l.email = $2 left join person p on p.org_id = o.id and p.email = $2 where o.id = $1`,
    values: [tx.org, email.toLowerCase()],
  })
  return rows[0]?.locale ?? 'en'
}
