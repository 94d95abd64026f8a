import { accountSettings } from '../../accounts/server/accountSettings.ts'
import { encrypt, decrypt } from '../../accounts/server/encryption.ts'
import { newId } from '../../kit/ids.ts'
import { idCursor, toPage } from '../../kit/paging.ts'
import type { Tx } from '../../kit/server/db.ts'

const PURPOSE = 'webhook secret'
const sealed = (secret: string) => encrypt(secret, accountSettings.call().secret, PURPOSE)
const opened = (secret: string) => decrypt(secret, accountSettings.call().secret, PURPOSE)

export interface EndpointFacts {
  name: string
  url: string
  kinds: string[] | null
}

const own = (tx: Tx) => tx.db.selectFrom('webhook_endpoint').where('org_id', '=', tx.org)

export async function insertEndpoint(tx: Tx, { name, url, kinds }: EndpointFacts, secret: string): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('webhook_endpoint')
    .values({ org_id: tx.org, id, name, url, kinds, since: tx.now, created_at: tx.now, secret: sealed(secret) })
    .execute()
  return id
}

export async function countEndpoints(tx: Tx): Promise<number> {
  const { n } = await own(tx)
    .select(eb => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const told = (tx: Tx) =>
  own(tx).select(eb => [
    'id',
    'name',
    'url',
    'kinds',
    'state',
    'created_at',
    'failing_since',
    eb
      .selectFrom('webhook_delivery as d')
      .whereRef('d.org_id', '=', 'webhook_endpoint.org_id')
      .whereRef('d.endpoint_id', '=', 'webhook_endpoint.id')
      .where('d.state', 'in', ['waiting', 'sending'])
      .select(e => e.fn.countAll<number>().as('n'))
      .as('waiting'),
    eb
      .selectFrom('webhook_delivery as d')
      .whereRef('d.org_id', '=', 'webhook_endpoint.org_id')
      .whereRef('d.endpoint_id', '=', 'webhook_endpoint.id')
      .where('d.state', '=', 'sent')
      .select(e => e.fn.max('d.done_at').as('at'))
      .as('last_sent_at'),
  ])

export async function listEndpoints(tx: Tx, limit: number, cursor: string | undefined) {
  const before = idCursor(cursor)
  const rows = await told(tx)
    .$if(!!before, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return toPage(rows, limit, row => [row.id])
}

export const findEndpoint = (tx: Tx, id: string) => told(tx).where('id', '=', id).executeTakeFirst()

export const lockEndpoint = (tx: Tx, id: string) => own(tx).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function saveEndpoint(
  tx: Tx,
  id: string,
  change: Partial<EndpointFacts & { state: string; since: Date; failing_since: Date | null; rest_until: Date | null }>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx.db.updateTable('webhook_endpoint').set(change).where('org_id', '=', tx.org).where('id', '=', id).execute()
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('webhook_endpoint').where('org_id', '=', tx.org).where('id', '=', id).execute()
}

/** The secret and, while it is valid, the former one. */
export async function readSecrets(tx: Tx, id: string) {
  const row = await own(tx).select(['secret', 'old_secret', 'old_secret_until']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { secret, old_secret: old, old_secret_until: until } = row
  return { secret: opened(secret), former: old && until && until > tx.now ? { secret: opened(old), until } : null }
}

export async function saveRotation(tx: Tx, id: string, secret: string, until: Date): Promise<void> {
  await tx.db
    .updateTable('webhook_endpoint')
    .set(eb => ({ old_secret: eb.ref('secret'), old_secret_until: until, secret: sealed(secret) }))
    .where('org_id', '=', tx.org)
    .where('id', '=', id)
    .execute()
}
