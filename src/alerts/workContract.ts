import { z } from 'zod'
import { contract, done, id, idParam, instant, text } from '../kit/contract.ts'
import { alertStates } from './alert.ts'

/** A colleague: their id or e-mail. */
const colleague = text(254, 1)
const stepped = z.object({ id, state: z.enum(alertStates) })
const step = { method: 'POST', access: 'alerts.work', scope: 'units', params: idParam, reply: stepped, status: 201 } as const

/** Another alert of the same customer. */
const sibling = z.object({
  id,
  survey: z.string(),
  unit: z.string().nullable(),
  owner: z.string(),
  person: z.string().nullable(),
  said: z.string().nullable(),
  openedAt: instant,
})
export type RelatedAlert = z.output<typeof sibling>

/** What happened with this customer, over all channels. */
const pastItem = z.object({
  kind: z.enum(['answer', 'alert', 'help', 'mail']),
  id: z.string(),
  at: instant,
  /** The survey, or what it was about. */
  about: z.string(),
  /** Alerts: the state; mails: what became of it; answers: the score. */
  state: z.string().nullable(),
  /** What they said or asked. */
  said: z.string().nullable(),
  /** The answer's or the alert's own page. */
  responseId: id.nullable(),
  surveyId: id.nullable(),
})
export type CustomerHistoryItem = z.output<typeof pastItem>

const relatedAlerts = z.object({
  /** The alert that this one is part of. */
  partOf: sibling.nullable(),
  /** Those that are part of this one. */
  merged: z.array(sibling),
  /** Those of the same customer that wait, and could become part of it. */
  others: z.array(sibling),
  past: z.array(pastItem),
})
export type RelatedAlerts = z.output<typeof relatedAlerts>

export const batchWork = z.discriminatedUnion('do', [
  z.object({ do: z.literal('acknowledge') }),
  z.object({ do: z.literal('hand-over'), to: colleague, reason: text(1000, 1) }),
  z.object({ do: z.literal('cause'), causes: z.array(text(200, 1)).min(1).max(20) }),
  z.object({ do: z.literal('resolve'), outcome: text(100, 1), note: text(4000).optional() }),
])
export type BatchWork = z.output<typeof batchWork>

export const alertWorkContract = contract({
  readAround: {
    method: 'GET',
    path: '/alerts/:id/surroundings',
    access: 'alerts.read',
    scope: 'units',
    summary: 'What stands around an alert: others of the same customer, what happened over all channels',
    params: idParam,
    reply: relatedAlerts,
  },
  askForHelp: {
    ...step,
    path: '/alerts/:id/questions',
    summary: 'Ask a colleague for help; the alert stays with its owner. `to`: a person’s id or e-mail, or `skip`',
    body: z.object({ to: colleague, question: text(2000, 1) }),
  },
  mergeAlerts: {
    ...step,
    path: '/alerts/:id/mergers',
    summary: 'Make others of the same customer part of this alert: they follow it, and what was promised for them is kept there',
    body: z.object({ alerts: z.array(id).min(1).max(50) }),
  },
  partAlert: {
    ...step,
    path: '/alerts/:id/partings',
    summary: 'Take an alert out of the one it is part of: it is again what it was',
    body: z.object({}).default({}),
  },
  workBatch: {
    method: 'POST',
    path: '/alerts/batches',
    access: 'alerts.work',
    scope: 'units',
    summary: 'The same step for many alerts, each within its own rule; those refused are named with the reason',
    body: z.object({ alerts: z.array(id).min(1).max(200), work: batchWork }),
    reply: z.object({ done: z.array(id), refused: z.array(z.object({ id, name: z.string(), reason: z.string() })) }),
  },
  sayPresence: {
    method: 'PUT',
    path: '/alerts/:id/presence',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Say that one looks at an alert, or no longer does',
    params: idParam,
    body: z.object({ leaving: z.boolean().default(false) }),
    reply: done,
  },
})
