import { createHash } from 'node:crypto'
import type { Route } from '../../contract.ts'
import { AppError } from '../../errors.ts'
import type { Tx } from '../db.ts'
import type { Context } from './context.ts'

const LONGEST_KEY = 255

/**
 * Honours `Idempotency-Key`: the key's row is written in the request's own transaction, so that either both the work
 * and its reply exist or neither. A second request waits for the first, then gets the same reply. `content` says what was sent, where that
 * is no longer in the request.
 */
export async function withIdempotency<T>(
  tx: Tx,
  route: Route,
  context: Context,
  work: (tx: Tx) => Promise<T>,
  content?: string,
): Promise<T> {
  const key = context.request.headers['idempotency-key']
  if (route.method !== 'POST' || typeof key !== 'string' || route.replyType) return work(tx)
  if (key.length === 0 || key.length > LONGEST_KEY)
    throw new AppError('bad_input', `Idempotency-Key has 1 to ${LONGEST_KEY} characters.`)
  const name = `${route.method} ${route.path} ${context.identity?.caller.id ?? ''}`
  const hash = hashOf(context, content)
  if (!(await claim(tx, key, name, hash))) return (await replay(tx, key, name, hash, context)) as T
  const reply = await work(tx)
  await tx.db
    .updateTable('idempotency_key')
    .set({ status: context.reply.statusCode, reply: JSON.stringify(reply ?? null) })
    .where('org_id', '=', tx.org)
    .where('route', '=', name)
    .where('key', '=', key)
    .execute()
  return reply
}

async function claim(tx: Tx, key: string, route: string, hash: Buffer): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('idempotency_key')
    .values({ org_id: tx.org, key, route, request_hash: hash })
    .onConflict(c => c.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function replay(tx: Tx, key: string, route: string, hash: Buffer, context: Context): Promise<unknown> {
  const row = await tx.db
    .selectFrom('idempotency_key')
    .select(['request_hash', 'status', 'reply'])
    .where('org_id', '=', tx.org)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!row.request_hash.equals(hash)) {
    throw new AppError(
      'idempotency_mismatch',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    )
  }
  if (row.status && row.status !== 200) context.reply.code(row.status)
  context.reply.header('idempotent-replay', 'true')
  return row.reply
}

function hashOf({ request }: Context, content?: string): Buffer {
  const sent = content ?? request.body
  const body = Buffer.isBuffer(sent) || typeof sent === 'string' ? sent : JSON.stringify(sent ?? null)
  return createHash('sha256').update(request.url).update('\0').update(body).digest()
}
