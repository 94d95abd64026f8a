import { ok } from '../../../kit/contract.ts'
import { announcePresence } from '../../../kit/server/presence.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { alertWorkContract } from '../../workContract.ts'
import { readRelatedAlerts } from './relatedAlerts.ts'
import { workBatch } from './batch.ts'
import { mergeInto, takeOut } from './merge.ts'
import { findAlert } from '../read/findAlerts.ts'
import { askForHelp } from './notes.ts'

export const alertWorkRoutes = implement(alertWorkContract, {
  readAround: (tx, { params }) => readRelatedAlerts(tx, params.id),
  askForHelp: (tx, { params, body }) => askForHelp(tx, params.id, body.to, body.question),
  mergeAlerts: (tx, { params, body }) => mergeInto(tx, params.id, body.alerts),
  partAlert: (tx, { params }) => takeOut(tx, params.id),
  workBatch: (tx, { body }) => workBatch(tx, body.alerts, body.work),
  sayPresence: async (tx, { params, body }) => {
    await findAlert(tx, params.id)
    announcePresence(tx, params.id, body.leaving)
    return ok
  },
})
