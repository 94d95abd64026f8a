import { implement } from '../../kit/server/http/implement.ts'
import { causesContract } from '../contract.ts'
import { pathOf } from '../tree.ts'
import { addCause, changeCause, removeCause } from './causes.ts'
import { fixedCauses } from './fixStore.ts'
import { loadCauses } from './rootCauseStore.ts'
import { causeUses } from './causeUses.ts'

export const causesRoutes = implement(causesContract, {
  listCauses: async tx => {
    const all = await loadCauses(tx)
    const uses = await causeUses.call(tx)
    const fixed = await fixedCauses(tx)
    const items = [...all.values()].map(cause => ({
      ...cause,
      path: pathOf(cause.id, all),
      fixed: fixed.has(cause.id),
      alerts: uses.get(cause.id) ?? 0,
    }))
    return { items: items.sort((a, b) => a.path.join('›').localeCompare(b.path.join('›'))), nextCursor: null }
  },
  createCause: async (tx, { body }) => ({ id: await addCause(tx, body.name, body.parentId ?? null) }),
  changeCause: async (tx, { params, body }) => {
    await changeCause(tx, params.id, body)
    return { ok: true as const }
  },
  removeCause: async (tx, { params }) => {
    await removeCause(tx, params.id)
    return { ok: true as const }
  },
})
