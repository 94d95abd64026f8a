import { implement } from '../../kit/server/http/implement.ts'
import { alertsContract } from '../contract.ts'
import { countAlerts } from './store/alertStore.ts'
import { findAlerts } from './read/findAlerts.ts'
import { addNote } from './work/notes.ts'
import { viewerOf } from './store/viewer.ts'
import { acknowledge, chooseCauses, handOver, logContact, reopen, resolve } from './work/alertSteps.ts'
import { readAlertDetail } from './read/alertDetail.ts'

export const alertsRoutes = implement(alertsContract, {
  listAlerts: (tx, { query }) => findAlerts(tx, query),
  countAlerts: async tx => countAlerts(tx, await viewerOf(tx)),
  getAlert: (tx, { params }) => readAlertDetail(tx, params.id),
  acknowledgeAlert: (tx, { params }) => acknowledge(tx, params.id),
  logContact: (tx, { params, body }) => logContact(tx, params.id, body),
  noteAlert: (tx, { params, body }) => addNote(tx, params.id, body),
  chooseCauses: (tx, { params, body }) => chooseCauses(tx, params.id, body.causes),
  resolveAlert: (tx, { params, body }) => resolve(tx, params.id, body.outcome, body.note),
  escalateAlert: (tx, { params, body }) => handOver(tx, params.id, body.to, body.reason),
  reopenAlert: (tx, { params, body }) => reopen(tx, params.id, body.reason),
})
