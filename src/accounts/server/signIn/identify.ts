import type { FastifyRequest } from 'fastify'
import type { Caller } from '../../../kit/caller.ts'
import { AppError } from '../../../kit/errors.ts'
import type { Database } from '../../../kit/server/db.ts'
import type { Identity } from '../../../kit/server/http/context.ts'
import { permissionsOf, type Role } from '../../permissions.ts'
import { accountSettings } from '../accountSettings.ts'
import { parseApiKey } from '../keys/apiKey.ts'
import { cookieOf } from './cookie.ts'
import { findByKey, findBySession, type KeyRow, type SessionRow, touchKey, touchSession } from './identityStore.ts'
import { hashOf } from '../secret.ts'

/** Between two notes of “last used”: a request writes nothing, except once in this while. */
const NOTE_EVERY_MS = 60_000

/** Finds out who asks, by API key or by session cookie, with one query. */
export function identifyWith(database: Database): (request: FastifyRequest) => Promise<Identity | undefined> {
  return async request => {
    const { authorization } = request.headers
    const identity = authorization ? await byKey(database, authorization) : await bySession(database, request)
    if (!identity || identity.status === 'active') return identity
    // What is public stays so; nothing else of a closed organisation can be reached.
    if (request.routeOptions.config.access === 'public') return undefined
    throw new AppError('forbidden', whyClosed[identity.status])
  }
}

const whyClosed = {
  suspended: 'This organisation is suspended. Nothing was deleted. Ask the operator of this installation to open it again.',
  deleting: 'This organisation is about to be deleted. The operator of this installation can still undo that.',
}

type FoundIdentity = Identity & { status: 'active' | keyof typeof whyClosed }

async function byKey(database: Database, authorization: string): Promise<FoundIdentity | undefined> {
  const key = parseApiKey(authorization)
  if (!key) return undefined
  const row = await findByKey(database.pool, key.code, hashOf(key.secret))
  if (!row) return undefined
  if (isStale(row.last_used_at)) note(touchKey(database.pool, row))
  return { org: row.org_id, caller: callerOfKey(row), operator: row.operator, status: row.status }
}

async function bySession(database: Database, request: FastifyRequest): Promise<FoundIdentity | undefined> {
  const row = await sessionOf(database, request)
  if (!row?.org_id || !row.role || !row.status) return undefined
  return {
    org: row.org_id,
    caller: callerOfUser(row.user_id, row.name, row.role, row.units),
    operator: row.operator,
    userId: row.user_id,
    sessionId: row.id,
    status: row.status,
  }
}

/** The session behind a request, also when its login belongs to no organisation (any more). */
export async function sessionOf(database: Database, request: FastifyRequest): Promise<SessionRow | undefined> {
  const token = cookieOf(request)
  if (!token) return undefined
  const row = await findBySession(database.pool, hashOf(token))
  if (row && isStale(row.last_seen_at)) note(touchSession(database.pool, row.id, accountSettings.call().sessionDays))
  return row
}

const callerOfKey = (row: KeyRow): Caller => ({
  kind: 'key',
  id: row.id,
  name: row.name,
  role: row.role,
  permissions: permissionsOf(row.role),
  units: row.units,
})

export const callerOfUser = (id: string, name: string, role: Role, units: string[] | null): Caller => ({
  kind: 'user',
  id,
  name,
  role,
  permissions: permissionsOf(role),
  units,
})

const isStale = (at: Date | null) => !at || Date.now() - at.getTime() > NOTE_EVERY_MS

// The request does not wait for the note, and does not fail with it.
const note = (written: Promise<unknown>) => void written.catch(() => {})
