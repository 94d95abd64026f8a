import { notFound } from '../../kit/errors.ts'
import { toPage } from '../../kit/paging.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { alertReplaysContract, alertRulesContract, alertsContract, type Replay, type Rule } from '../contract.ts'
import { countAlerts } from './alertStore.ts'
import { afterCursor, findAlerts } from './find.ts'
import { cancelReplay, startReplay } from './replays.ts'
import { findReplay, listReplays, type StoredReplay } from './replayStore.ts'
import { addRule, changeRule, removeRule } from './rules.ts'
import { type ListedRule, listRules } from './ruleStore.ts'
import { sightOf } from './sight.ts'
import { acknowledge, addNote, chooseCauses, escalate, logContact, reopen, resolve } from './steps.ts'
import { wholeAlert } from './whole.ts'

export const alertRulesRoom = implement(alertRulesContract, {
  listRules: async (tx, { query: { limit, cursor, survey } }) => {
    const rows = await listRules(tx, { survey, before: afterCursor(cursor), limit: limit + 1 })
    const page = toPage(rows, limit, row => [row.id])
    return { ...page, items: page.items.map(ruleOf) }
  },
  createRule: async (tx, { body }) => ({ id: await addRule(tx, body) }),
  getRule: async (tx, { params }) => {
    const [row] = await listRules(tx, { id: params.id, limit: 1 })
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

const ruleOf = ({ onSince, createdAt, ...rule }: ListedRule): Rule => ({
  ...rule,
  on: onSince !== null,
  onSince: onSince?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

export const alertReplaysRoom = implement(alertReplaysContract, {
  startReplay: async (tx, { params, body }) => ({ id: await startReplay(tx, params.id, body) }),
  listReplays: async (tx, { params, query: { limit, cursor } }) => {
    const page = toPage(await listReplays(tx, params.id, afterCursor(cursor), limit + 1), limit, row => [row.id])
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
  result,
  createdAt: createdAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
})

export const alertsRoom = implement(alertsContract, {
  listAlerts: (tx, { query }) => findAlerts(tx, query),
  countAlerts: async tx => countAlerts(tx, await sightOf(tx)),
  getAlert: (tx, { params }) => wholeAlert(tx, params.id),
  acknowledgeAlert: (tx, { params }) => acknowledge(tx, params.id),
  logContact: (tx, { params, body }) => logContact(tx, params.id, body),
  noteAlert: (tx, { params, body }) => addNote(tx, params.id, body.note),
  chooseCauses: (tx, { params, body }) => chooseCauses(tx, params.id, body.causes),
  resolveAlert: (tx, { params, body }) => resolve(tx, params.id, body.outcome, body.note),
  escalateAlert: (tx, { params, body }) => escalate(tx, params.id, body.to, body.reason),
  reopenAlert: (tx, { params, body }) => reopen(tx, params.id, body.reason),
})
