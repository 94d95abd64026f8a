import { record } from '../../../activity/server/record.ts'
import { respondentCaller } from '../../../kit/caller.ts'
import { ok } from '../../../kit/contract.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { withIdempotency } from '../../../kit/server/http/idempotency.ts'
import { implement, implementOpen } from '../../../kit/server/http/implement.ts'
import { orgContract } from '../../orgContract.ts'
import { accountSettings } from '../accountSettings.ts'
import { countAttempts } from '../signIn/attemptLimits.ts'
import { exportOrg } from './exportOrg.ts'
import { openOrg } from './openOrg.ts'
import { listOrgs, lockOrg, orgNamed, saveStatus } from '../orgStore.ts'
import { inOtherOrg } from './otherOrg.ts'

const { openOrg: open, listOrgs: list, exportOrg: download, ...changes } = orgContract

export const openOrgRoutes = implementOpen(
  { open, list, download },
  {
    async open(context, { body }) {
      const { database, identity, request } = context
      if (identity?.operator) {
        return database.inOrg(identity.org, identity.caller, tx =>
          withIdempotency(tx, open, context, own => inOtherOrg(own, newId(), other => openOrg(other, body))),
        )
      }
      if (!accountSettings.call().openSignup) {
        throw identity
          ? new AppError('forbidden', 'Only the operator of this installation opens organisations. Ask them for one.')
          : new AppError(
              'not_signed_in',
              'Organisations are opened by the operator of this installation. Sign in as the operator, or ask them.',
            )
      }
      await countAttempts(database.pool, [{ door: 'signup', who: request.ip, most: 10 }])
      // Without the link: whoever opens it in somebody else's name is not to get in by it.
      const { orgId, apiKey } = await database.inOrg(newId(), { ...respondentCaller, name: body.name }, tx => openOrg(tx, body))
      return { orgId, apiKey }
    },

    async list({ database }, { query }) {
      const rows = await database.inSystem(tx => listOrgs(tx, query.limit, query.cursor))
      const { items, nextCursor } = toPage(rows, query.limit, row => [row.id])
      return {
        nextCursor,
        items: items.map(row => ({
          id: row.id,
          name: row.name,
          code: row.code,
          status: row.status as 'active',
          suspendedReason: row.suspended_reason,
          deleteAfter: row.delete_after?.toISOString() ?? null,
          createdAt: row.created_at.toISOString(),
          members: Number(row.members),
          demo: row.demo,
        })),
      }
    },

    async download({ database, identity }, { params }) {
      const org = await database.inSystem(tx => orgNamed(tx, params.id))
      if (!org) throw notFound('organisation')
      await database.inOrg(org.id, identity!.caller, tx => record(tx, 'org.exported', { type: 'org', id: org.id }))
      return {
        filename: `${org.code}.ndjson`,
        contentType: 'application/x-ndjson',
        content: exportOrg(database, org.id, identity!.caller),
      }
    },
  },
)

export const orgRoutes = implement(changes, {
  suspendOrg: (tx, { params, body }) =>
    change(tx, params.id, async (other, org) => {
      if (org.status !== 'active') throw new AppError('not_allowed_now', `This organisation is ${org.status} already.`)
      await saveStatus(other, { status: 'suspended', suspended_reason: body.reason })
      await record(other, 'org.suspended', { type: 'org', id: org.id }, { reason: body.reason })
      return ok
    }),

  reopenOrg: (tx, { params }) =>
    change(tx, params.id, async (other, org) => {
      if (org.status !== 'suspended') throw new AppError('not_allowed_now', 'This organisation is not suspended.')
      await saveStatus(other, { status: 'active', suspended_reason: null })
      await record(other, 'org.reopened', { type: 'org', id: org.id })
      return ok
    }),

  deleteOrg: (tx, { params, body }) =>
    change(tx, params.id, async (other, org) => {
      if (body.name !== org.name)
        throw badInput('name', 'This is not its name. Type it exactly, so that no other one is deleted.')
      if (org.status === 'deleting') throw new AppError('not_allowed_now', 'This organisation is being deleted already.')
      const deleteAfter = new Date(tx.now.getTime() + accountSettings.call().graceDays * 86_400_000)
      await saveStatus(other, { status: 'deleting', delete_after: deleteAfter })
      await record(other, 'org.deletion-scheduled', { type: 'org', id: org.id }, { deleteAfter })
      return { deleteAfter: deleteAfter.toISOString() }
    }),

  keepOrg: (tx, { params }) =>
    change(tx, params.id, async (other, org) => {
      if (org.status !== 'deleting') throw new AppError('not_allowed_now', 'This organisation is not being deleted.')
      // One that was suspended before stays so.
      await saveStatus(other, { status: org.suspended_reason === null ? 'active' : 'suspended', delete_after: null })
      await record(other, 'org.deletion-undone', { type: 'org', id: org.id })
      return ok
    }),
})

type LockedOrg = NonNullable<Awaited<ReturnType<typeof lockOrg>>>

async function change<T>(tx: Tx, id: string, work: (other: Tx, org: LockedOrg) => Promise<T>): Promise<T> {
  if (id === tx.org)
    throw new AppError(
      'not_allowed_now',
      'You are at work in this organisation. Go on in another one first, or you would lock yourself out.',
    )
  return inOtherOrg(tx, id, async other => {
    const org = await lockOrg(other)
    if (!org) throw notFound('organisation')
    return work(other, org)
  })
}
