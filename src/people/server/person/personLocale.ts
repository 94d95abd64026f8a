import { orgSetting } from '../../../accounts/server/orgStore.ts'
import type { Tx } from '../../../kit/server/db.ts'

/** The language of a login that goes by the given name, as an expression of SQL; `$1` is the organisation. */
export const localeOfLogin = (login: string): string =>
  `coalesce(${login}.locale, (select p.locale from person p where p.org_id = $1 and p.email = ${login}.email), ${orgSetting('locale')})`

/** The language of an address: as its login chose, else as the directory knows it, else as the organisation speaks. */
export async function localeOf(tx: Tx, email: string): Promise<string> {
  const { rows } = await tx.query<{ locale: string | null }>({
    name: 'locale-of-address',
    text: `select coalesce((select locale from login where email = $2),
      (select locale from person where org_id = $1 and email = $2), ${orgSetting('locale')}) as locale`,
    values: [tx.org, email],
  })
  return rows[0]?.locale ?? 'en'
}
