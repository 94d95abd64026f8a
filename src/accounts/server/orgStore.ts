import { sql } from 'kysely'
import { idCursor } from '../../kit/paging.ts'
import { respondentCaller } from '../../kit/caller.ts'
import type { AnyTx, Database, SystemTx, Tx } from '../../kit/server/db.ts'
import { defaults, type OrgSettings } from '../orgSettings.ts'

/** Fails on the second call: an installation is set up once. */
export async function claimInstallation(tx: AnyTx): Promise<boolean> {
  const result = await tx.db
    .insertInto('installation')
    .values({ one: true })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function isSetUp(tx: AnyTx): Promise<boolean> {
  return (await tx.db.selectFrom('installation').select('one').executeTakeFirst()) !== undefined
}

export async function insertOrg(tx: Tx, org: { code: string; name: string }): Promise<void> {
  await tx.db.insertInto('org').values({ id: tx.org, code: org.code, name: org.name, created_at: tx.now }).execute()
}

export const ownOrg = (tx: Tx) => tx.db.selectFrom('org').selectAll().where('id', '=', tx.org).executeTakeFirstOrThrow()

/** The demo's people do not exist: nothing leaves it. */
export const isDemo = async (tx: Tx): Promise<boolean> => ((await ownOrg(tx)).settings as { demo?: boolean }).demo === true

/** The organisation that a token or an address names by its code. */
export const orgByCode = (tx: AnyTx, code: string) =>
  tx.db.selectFrom('org').select(['id', 'name', 'status', 'settings']).where('code', '=', code).executeTakeFirst()

/** Every organisation with its number of members; for the operator, outside of any. */
export function listOrgs(tx: SystemTx, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  return tx.db
    .selectFrom('org as o')
    .select(['o.id', 'o.name', 'o.code', 'o.status', 'o.suspended_reason', 'o.delete_after', 'o.created_at'])
    .select(sql<boolean>`coalesce(o.settings ->> 'demo' = 'true', false)`.as('demo'))
    .select(eb =>
      eb
        .selectFrom('membership as m')
        .select(c => c.fn.countAll<number>().as('n'))
        .whereRef('m.org_id', '=', 'o.id')
        .where('m.accepted_at', 'is not', null)
        .as('members'),
    )
    .$if(before !== undefined, q => q.where('o.id', '<', before!))
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Their ids, in order: what a sweep goes through. */
export async function orgIds(tx: SystemTx, which: 'active' | 'all'): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('org')
    .select('id')
    .$if(which === 'active', q => q.where('status', '=', 'active'))
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** What the organisation chose; nothing where it is gone. */
export async function ownSettings(tx: SystemTx & { org: string }): Promise<OrgSettings> {
  const row = await tx.db.selectFrom('org').select('settings').where('id', '=', tx.org).executeTakeFirst()
  return (row?.settings ?? {}) as OrgSettings
}

export const ownZone = async (tx: Tx): Promise<string> => (await ownSettings(tx)).zone ?? defaults.zone

/** Waits for whoever else changes what the whole organisation shares, until the end of the transaction. */
export const holdOrg = (tx: Tx) => tx.query({ text: 'select 1 from org where id = $1 for no key update', values: [tx.org] })

/** A setting of the organisation as an expression of SQL; `$1` is the organisation. */
export const orgSetting = (name: 'locale' | 'zone'): string => `(select settings ->> '${name}' from org where id = $1)`

export const orgNamed = (tx: SystemTx, id: string) =>
  tx.db.selectFrom('org').select(['id', 'code', 'name']).where('id', '=', id).executeTakeFirst()

export const lockOrg = (tx: Tx) => tx.db.selectFrom('org').selectAll().where('id', '=', tx.org).forUpdate().executeTakeFirst()

interface StatusChange {
  status: 'active' | 'suspended' | 'deleting'
  suspended_reason?: string | null
  delete_after?: Date | null
}

export async function saveStatus(tx: Tx, change: StatusChange): Promise<void> {
  await tx.db.updateTable('org').set(change).where('id', '=', tx.org).execute()
}

/** Organisations whose time to undo is over. */
export const orgsToRemove = (tx: SystemTx) =>
  tx.db
    .selectFrom('org')
    .select('id')
    .where('status', '=', 'deleting')
    .where('delete_after', '<=', tx.now)
    .orderBy('id')
    .limit(20)
    .execute()

export async function memberIds(tx: Tx): Promise<string[]> {
  const rows = await tx.db.selectFrom('membership').select('user_id').where('org_id', '=', tx.org).execute()
  return rows.map(row => row.user_id)
}

/** Logins that belonged to nothing else go with their organisation. */
export async function deleteIdleLogins(tx: SystemTx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .deleteFrom('login')
    .where('id', 'in', ids)
    .where('operator', '=', false)
    .where(eb => eb.not(eb.exists(eb.selectFrom('membership as m').select('m.user_id').whereRef('m.user_id', '=', 'login.id'))))
    .execute()
}

export async function saveOrg(tx: Tx, name: string, settings: OrgSettings): Promise<void> {
  await tx.db
    .updateTable('org')
    .set({ name, settings: JSON.stringify(settings) })
    .where('id', '=', tx.org)
    .execute()
}

/** Sets these and leaves the others. */
export async function addSettings(tx: Tx, some: Partial<OrgSettings>): Promise<void> {
  await tx.query({
    text: 'update org set settings = settings || $2::jsonb where id = $1',
    values: [tx.org, JSON.stringify(some)],
  })
}

export async function saveLogo(tx: Tx, digest: string, png: Buffer): Promise<void> {
  await tx.db
    .insertInto('org_logo')
    .values({ org_id: tx.org, digest, png })
    .onConflict(c => c.column('org_id').doUpdateSet({ digest, png }))
    .execute()
}

export async function deleteLogo(tx: Tx): Promise<void> {
  await tx.db.deleteFrom('org_logo').where('org_id', '=', tx.org).execute()
}

/** The picture behind a public name. */
export async function logoNamed(database: Database, code: string, digest: string): Promise<Buffer | undefined> {
  const org = await database.inSystem(tx => orgByCode(tx, code))
  if (org?.status !== 'active') return undefined
  const row = await database.readInOrg(org.id, respondentCaller, tx =>
    tx.db.selectFrom('org_logo').select('png').where('org_id', '=', org.id).where('digest', '=', digest).executeTakeFirst(),
  )
  return row?.png
}
