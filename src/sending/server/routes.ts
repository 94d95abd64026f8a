import { record } from '../../activity/server/record.ts'
import { notFound } from '../../kit/errors.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { sendingContract } from '../sendingContract.ts'
import { findSurvey } from '../../surveys/server/surveyStore.ts'
import { listInvitations } from './invite/listInvitations.ts'
import { createSend } from './sends/plan.ts'
import { previewSend } from './preview/previewSend.ts'
import { readRules, saveRules, type SendingRules } from './store/sendingRuleStore.ts'
import { listSends, readSend } from './store/sendStore.ts'
import { cancelSend, inviteAnyway } from './sends/cancelSend.ts'
import { sendTest } from './preview/testMail.ts'

export const sendingRoutes = implement(sendingContract, {
  createSend: (tx, { params, body }) => createSend(tx, params.id, body),
  previewSend: (tx, { params, body }) => previewSend(tx, params.id, body),
  testSend: async (tx, { params, body }, { request }) => ({ to: await sendTest(tx, params.id, body, request.identity?.userId) }),
  listSends: (tx, { query }) => listSends(tx, query.survey, query.limit, query.cursor),
  getSend: async (tx, { params }) => {
    const send = await readSend(tx, params.id)
    if (!send) throw notFound('send')
    return send
  },
  cancelSend: async (tx, { params }) => ({ cancelled: await cancelSend(tx, params.id) }),
  listInvitations: async (tx, { params, query }) => {
    if (!(await findSurvey(tx, params.id))) throw notFound('survey')
    return listInvitations(tx, params.id, query)
  },
  inviteAnyway: async (tx, { params }) => {
    await inviteAnyway(tx, params.id)
    return { ok: true } as const
  },
  readRules: async tx => sendingRulesReply(await readRules(tx)),
  saveRules: async (tx, { body }) => {
    const before = await readRules(tx)
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    const rules = { ...before, ...given } as SendingRules
    await saveRules(tx, rules)
    await record(tx, 'org.sending_rules_changed', { type: 'org', id: tx.org }, { from: { ...before }, to: { ...rules } })
    return sendingRulesReply(rules)
  },
})

// The contract's tuples are mutable, the rules' are not.
const sendingRulesReply = (rules: SendingRules) =>
  rules as unknown as Omit<SendingRules, 'hours'> & { hours: Record<string, [string, string][]> }
