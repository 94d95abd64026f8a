import { may } from '../../kit/caller.ts'
import { ok } from '../../kit/contract.ts'
import { idCursor, toPage } from '../../kit/paging.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { unitSubtree } from '../../people/server/units.ts'
import { wallContract } from '../wallContract.ts'
import { applaud, moderate, reuse, sharePractice } from './wall.ts'
import { readPraise, thank } from './thanks.ts'
import { listPractices, listThemes } from './wallStore.ts'

export const wallRoutes = implement(wallContract, {
  listPractices: async (tx, { query: { q, unit, theme, limit, cursor } }) => {
    const units = unit ? await unitSubtree(tx, unit) : undefined
    const hidden = may(tx.caller, 'wall.moderate')
    const rows = await listPractices(tx, { q, units, theme, after: idCursor(cursor), limit: limit + 1, hidden })
    const page = toPage(rows, limit, row => [row.id])
    return { ...page, items: page.items.map(row => ({ ...row, at: row.at.toISOString() })) }
  },
  listThemes: async tx => ({ items: await listThemes(tx), nextCursor: null }),
  sharePractice: async (tx, { params, body }) => ({ id: await sharePractice(tx, params.id, body) }),
  applaud: async (tx, { params, body }) => {
    await applaud(tx, params.id, body.applaud)
    return ok
  },
  reusePractice: async (tx, { params, body }) => ({ id: await reuse(tx, params.id, body.place, body.note) }),
  moderatePractice: async (tx, { params, body }) => {
    await moderate(tx, params.id, body.visible ? null : body.reason)
    return ok
  },
  readPraise: (tx, { params }) => readPraise(tx, params.id),
  thankColleague: (tx, { params, body }) => thank(tx, params.id, body.to, body.message),
})
