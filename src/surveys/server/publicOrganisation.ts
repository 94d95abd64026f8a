import type { Database, SystemTx } from '../../kit/server/db.ts'

/** What public pages need to know of an organisation. Read often, changed rarely: remembered for a few seconds. */
export interface PublicOrganisation {
  id: string
  code: string
  name: string
  active: boolean
  zone: string
  colour: string | null
  logo: string | null
}

const REMEMBERED_MS = 5_000
const MOST = 10_000

const byCode = new Map<string, { at: number; found: PublicOrganisation | undefined }>()

/** The organisation whose code a public token begins with. */
export async function findOrganisationByCode(database: Database, code: string): Promise<PublicOrganisation | undefined> {
  const known = byCode.get(code)
  if (known && Date.now() - known.at < REMEMBERED_MS) return known.found
  const found = await database.inSystem(tx => readOrganisation(tx, 'code', code))
  if (byCode.size >= MOST) byCode.clear()
  byCode.set(code, { at: Date.now(), found })
  return found
}

/** The same inside a transaction of the organisation. */
export async function readOwnOrganisation(tx: SystemTx & { org: string }): Promise<PublicOrganisation> {
  for (const { at, found } of byCode.values()) if (found?.id === tx.org && Date.now() - at < REMEMBERED_MS) return found
  const found = await readOrganisation(tx, 'id', tx.org)
  if (!found) throw new Error('The organisation of this transaction is gone')
  byCode.set(found.code, { at: Date.now(), found })
  return found
}

async function readOrganisation(tx: SystemTx, by: 'code' | 'id', value: string): Promise<PublicOrganisation | undefined> {
  const row = await tx.db
    .selectFrom('org')
    .select(['id', 'code', 'name', 'status', 'settings'])
    .where(by, '=', value)
    .executeTakeFirst()
  if (!row) return undefined
  const settings = row.settings as { zone?: string; colour?: string; logo?: string }
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    active: row.status === 'active',
    zone: settings.zone ?? 'UTC',
    colour: settings.colour ?? null,
    logo: settings.logo ? `/${settings.logo}` : null,
  }
}
