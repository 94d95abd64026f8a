import { record } from '../../../activity/server/record.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { toPage } from '../../../kit/paging.ts'
import { keyContract } from '../../contract.ts'
import { ok } from '../../../kit/contract.ts'
import { createKey } from './apiKey.ts'
import { listKeys, lockKey, saveRevocation } from './keyStore.ts'
import { refuseGrantBeyondOwn } from '../grantLimits.ts'
import { unitIds } from '../namedUnits.ts'
import { ownOrg } from '../orgStore.ts'

export const keyRoutes = implement(keyContract, {
  async createKey(tx, { body }, { identity }) {
    const { name, role, operator } = body
    const units = await unitIds(tx, body.units)
    refuseGrantBeyondOwn(tx.caller, role, units)
    if (operator && !identity?.operator)
      throw badInput('operator', 'Only the operator of this installation can hand out its rights.')
    const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt)
    if (expiresAt && expiresAt <= tx.now) throw badInput('expiresAt', 'This lies in the past. Choose a later time.')
    const { code } = await ownOrg(tx)
    const key = await createKey(tx, code, { name, role, units, operator, expiresAt })
    await record(tx, 'key.created', { type: 'key', id: key.id }, { name, role, units, operator, expiresAt: body.expiresAt })
    return key
  },

  async listKeys(tx, { query }) {
    const rows = await listKeys(tx, query.limit, query.cursor)
    const page = toPage(rows, query.limit, row => [row.id])
    return {
      nextCursor: page.nextCursor,
      items: page.items.map(row => ({
        id: row.id,
        name: row.name,
        hint: row.hint,
        role: row.role as 'owner',
        units: row.units,
        operator: row.operator,
        createdBy: row.created_by,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        revokedAt: row.revoked_at?.toISOString() ?? null,
      })),
    }
  },

  async revokeKey(tx, { params }) {
    const key = await lockKey(tx, params.id)
    if (!key) throw notFound('API key')
    if (key.revoked_at) return ok
    await saveRevocation(tx, key.id)
    await record(tx, 'key.revoked', { type: 'key', id: key.id }, { name: key.name })
    return ok
  },
})
