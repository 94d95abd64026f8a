import { badInput, notFound } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import { decodeCursor, idCursor, toPage } from '../../kit/paging.ts'
import type { Tx } from '../../kit/server/db.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { visibleUnits } from '../../people/server/units.ts'
import { pathWords } from '../../routing/routing.ts'
import { basisWords, type MissedPromiseCount } from '../promiseReplay.ts'
import { alertReplaysContract, alertRulesContract, type Replay, type Rule } from '../ruleContract.ts'
import { listGaps } from './gapStore.ts'
import { cancelReplay, startReplay } from './ruleReplays.ts'
import { findReplay, listReplays, type StoredReplay } from './replayStore.ts'
import { addRule, changeRule, removeRule } from './rules.ts'
import { type ListedRule, listRules } from './ruleStore.ts'

export const alertRulesRoutes = implement(alertRulesContract, {
  listRules: async (tx, { query: { limit, cursor, survey } }) => {
    const rows = await listRules(tx, { survey, before: idCursor(cursor), limit: limit + 1 })
    const page = toPage(rows, limit, row => [row.id])
    return { ...page, items: page.items.map(ruleOf) }
  },
  listGaps: async (tx, { query: { limit, cursor } }) => {
    const rows = await listGaps(tx, await visibleUnits(tx), gapCursor(cursor), limit + 1)
    const page = toPage(rows, limit, ({ rule, unit }) => [rule.id, unit.id])
    return {
      ...page,
      items: page.items.map(({ path, since, ...row }) => ({ ...row, path: pathWords(path), since: since.toISOString() })),
    }
  },
  createRule: async (tx, { body }) => ({ id: await addRule(tx, body) }),
  getRule: async (tx, { params }) => {
    const row = await findRule(tx, params.id)
    if (!row) throw notFound('rule')
    return ruleOf(row)
  },
  changeRule: async (tx, { params, body }) => {
    await changeRule(tx, params.id, body)
    return { ok: true as const }
  },
  removeRule: async (tx, { params }) => {
    await removeRule(tx, params.id)
    return { ok: true as const }
  },
})

function gapCursor(cursor: string | undefined): [string, string] | null {
  const key = decodeCursor(cursor, 2)?.map(String)
  if (key && !key.every(isId)) throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
  return key ? [key[0]!, key[1]!] : null
}

const findRule = async (tx: Tx, id: string) => (await listRules(tx, { id, limit: 1 }))[0]

const ruleOf = ({ onSince, createdAt, ...rule }: ListedRule): Rule => ({
  ...rule,
  on: onSince !== null,
  onSince: onSince?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

export const alertReplaysRoutes = implement(alertReplaysContract, {
  startReplay: async (tx, { params, body }) => ({ id: await startReplay(tx, params.id, body) }),
  listReplays: async (tx, { params, query: { limit, cursor } }) => {
    if (!(await findRule(tx, params.id))) throw notFound('rule')
    const page = toPage(await listReplays(tx, params.id, idCursor(cursor), limit + 1), limit, row => [row.id])
    return { ...page, items: page.items.map(replayOf) }
  },
  getReplay: async (tx, { params }) => {
    const found = await findReplay(tx, params.replay)
    if (found?.rule !== params.id) throw notFound('replay')
    return replayOf(found)
  },
  cancelReplay: async (tx, { params }) => {
    if ((await findReplay(tx, params.replay))?.rule !== params.id) throw notFound('replay')
    await cancelReplay(tx, params.replay)
    return { ok: true as const }
  },
})

const replayOf = ({ id, state, from, to, seen, total, result, createdAt, finishedAt }: StoredReplay): Replay => ({
  id,
  state,
  from,
  to,
  seen,
  total,
  result: result && { ...result, promises: (result.promises ?? []).map(missedOf) },
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

const missedOf = (one: MissedPromiseCount) => ({
  target: one.target,
  promised: one.promised,
  missed: one.missed,
  basis: basisWords(one),
})
