import { z } from 'zod'
import { fileItem } from '../files/contract.ts'
import { MOST_AT_ONCE } from '../files/limits.ts'
import { aDay, contract, day, flag, id, idParam, instant, page, paging, text } from '../kit/contract.ts'
import { withSegments } from '../responses/metricsContract.ts'
import { alertStates } from './alert.ts'
import { alertKinds } from '../rules/alertKind.ts'
import { seriesSubjects } from '../rules/condition.ts'
import { promiseStates } from './alertPromises.ts'
import { ruleKind } from '../rules/ruleFields.ts'

const person = z.object({ id, name: z.string(), email: z.string().nullable() })
const unit = z.object({ id, key: z.string(), name: z.string() })
const causeRef = z.object({ id, name: z.string(), path: z.array(z.string()) })

/** A promise: kept until when, or since when it is broken, and why in words. */
const clock = z.object({
  target: z.enum(['acknowledge', 'contact', 'resolve']),
  state: z.enum(['idle', 'running', 'paused', 'met', 'breached']),
  dueAt: instant.nullable(),
  explanation: z.string(),
  /** The alert that is part of this one for which it was promised; absent where it is this one’s own. */
  part: id.optional(),
})

/** The answer that people see beside a name: its value on its scale, and what it means for an NPS. */
const score = z.object({ value: z.number(), min: z.number(), max: z.number(), question: z.string(), nps: z.boolean() })
export type HeadlineScore = z.output<typeof score>

export const alertItem = z.object({
  id,
  state: z.enum(alertStates),
  kind: z.enum(alertKinds),
  rule: z.object({ id, name: z.string() }),
  survey: z.object({ id, name: z.string() }),
  responseId: id.nullable(),
  unit: unit.nullable(),
  /** Absent where nobody knows who answered. */
  person: person.optional(),
  owner: person,
  /** Seniors named beside the owner, because a promise was broken; the first one first. */
  overseers: z.array(person),
  /** How routing came to the owner, in words. */
  path: z.array(z.string()),
  clocks: z.array(clock),
  /** When the next promise is due, or since when the first one is broken that is not kept yet. */
  dueAt: instant.nullable(),
  causes: z.array(causeRef),
  score: score.nullable(),
  /** The beginning of what the customer wrote. */
  said: z.string().nullable(),
  /** Tries to speak with the customer since it was opened or reopened. */
  attempts: z.number().int(),
  openedAt: instant,
  /** Of an anonymous answer only the day is kept: then `openedAt` is its noon and tells nothing more. */
  openedOn: day.nullable(),
  acknowledgedAt: instant.nullable(),
  contactedAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  reopenedAt: instant.nullable(),
  /** When the customer said that it is settled. */
  confirmedAt: instant.nullable(),
  /** The alert of the same customer that this one is part of. */
  mergedInto: id.nullable(),
  outcome: z.string().nullable(),
})
export type AlertItem = z.output<typeof alertItem>

const contact = z.object({
  id,
  how: z.string(),
  note: z.string(),
  reached: z.boolean(),
  /** A link or a reference that proves it. */
  evidence: z.string().nullable(),
  /** Pictures, documents, recordings that prove it. */
  files: z.array(fileItem.extend({ /** Uploaded by who reads this. */ own: z.boolean() })),
  /** Colleagues whom a note brings in. */
  mentions: z.array(z.object({ id, name: z.string() })),
  /** Who is asked for help with it. */
  asks: z.object({ id, name: z.string() }).nullable(),
  by: z.string(),
  at: instant,
})
export type Contact = z.output<typeof contact>

const answerItem = z.object({
  question: z.string(),
  row: z.string().optional(),
  prompt: z.string(),
  /** As words: the score, the chosen labels, the text. */
  words: z.string(),
  text: z.boolean(),
  /** Fulfilled the rule. */
  reason: z.boolean(),
})

/** An earlier or later answer of the same customer. */
const earlier = z.object({
  responseId: id,
  alertId: id.nullable(),
  survey: z.string(),
  score: score.nullable(),
  at: instant,
})

const activityItem = z.object({ id, verb: z.string(), actor: z.string(), at: instant, detail: z.record(z.string(), z.unknown()) })
export type AlertActivityItem = z.output<typeof activityItem>

/** Words of a comment that made a rule fire: UTF-16 code units, end exclusive. */
const mark = z.object({ start: z.number().int(), end: z.number().int(), why: z.string() })

/** Why the rule fired, where neither one answer nor what was written tells it. */
const reasonOverTime = z.union([
  z.object({
    prompt: z.string(),
    /** `values` newest first. */
    series: z.object({ count: z.number().int(), of: z.number().int(), per: z.enum(seriesSubjects), values: z.array(z.number()) }),
  }),
  /** Means are points on −1 … +1. */
  z.object({ prompt: z.string(), drift: z.object({ since: day, before: z.number(), after: z.number(), n: z.number().int() }) }),
  z.object({ silence: z.object({ days: z.number().int(), since: day.nullable() }) }),
])
export type ReasonOverTime = z.output<typeof reasonOverTime>

export const alertDetail = alertItem.extend({
  person: person.extend({ phone: z.string().nullable(), account: z.string().nullable() }).optional(),
  /** What the customer wrote, whole, question by question. */
  voice: z.array(z.object({ prompt: z.string(), text: z.string(), marks: z.array(mark) })),
  answers: z.array(answerItem),
  beyond: z.array(reasonOverTime),
  answeredAt: instant.nullable(),
  history: z.array(earlier),
  contacts: z.array(contact),
  outcomeNote: z.string().nullable(),
  /** Whether the customer was asked if it is settled, and what they said. */
  asked: z
    .object({ at: instant, answeredAt: instant.nullable(), settled: z.boolean().nullable(), words: z.string().nullable() })
    .nullable(),
  activity: z.array(activityItem),
  /** People offered for handing over and for asking a senior, those above first. Not the seniors of an escalation: those are `overseers`. */
  seniors: z.array(person.extend({ role: z.string() })),
})
export type AlertDetail = z.output<typeof alertDetail>

const step = <B extends z.ZodType>(what: string, summary: string, body: B) =>
  ({
    method: 'POST',
    path: `/alerts/:id/${what}`,
    access: 'alerts.work',
    scope: 'units',
    summary,
    params: idParam,
    body,
    reply: z.object({ id, state: z.enum(alertStates) }),
    status: 201,
  }) as const

const words = text(4000)
/** Ids of files that the caller has uploaded. */
const files = z.array(id).max(MOST_AT_ONCE).default([])

export const alertsContract = contract({
  listAlerts: {
    method: 'GET',
    path: '/alerts',
    access: 'alerts.read',
    scope: 'units',
    summary: 'Alerts: newest first, those that wait longest first, or in due order',
    query: withSegments({
      ...paging.shape,
      /** One state; `waiting` is everything that is not closed, `closed` the rest. */
      state: z.enum([...alertStates, 'waiting', 'closed']).optional(),
      /** `me`, a person's id or their e-mail. */
      owner: text(254).optional(),
      /** Alerts of which they were named as a senior: `me`, an id or an e-mail. */
      senior: text(254).optional(),
      /** This unit, by id or key, and everything below it. */
      unit: text(200).optional(),
      /** Among these only, ids with commas between: for who watches a list and asks again for what has changed. */
      id: text(2000, 1)
        .transform(ids => ids.split(','))
        .pipe(z.array(id).max(50))
        .optional(),
      rule: id.optional(),
      survey: id.optional(),
      cause: id.optional(),
      person: id.optional(),
      kind: ruleKind.optional(),
      /** Days of the answers that raised them, both included. */
      from: aDay.optional(),
      to: aDay.optional(),
      /** The hierarchy as it is today, or as it was on the day of each answer: then it is the alerts of units that count, not those one owns elsewhere. */
      tree: z.enum(['is', 'was']).optional(),
      /** As it was: only while the unit stood right below this one, by id (`top`: at the top). */
      under: text(200).optional(),
      /** `no`: what is part of another alert is left out, as it is where alerts are counted. */
      merged: z.enum(['no']).optional(),
      /** Some cause is named. */
      explained: flag,
      /** What became of what was promised. */
      promise: z.enum(promiseStates).optional(),
      outcome: text(100).optional(),
      /** `answered`: the customer has answered again since. */
      next: z.enum(['answered']).optional(),
      q: text(200).optional(),
      oldestFirst: flag,
      /** What is due first comes first, then what has no promise, the oldest first. */
      byDue: flag,
    }),
    reply: page(alertItem),
  },
  countAlerts: {
    method: 'GET',
    path: '/alerts/counts',
    access: 'alerts.read',
    scope: 'units',
    summary: 'How many alerts wait: for me, for all whom I may see, and how many are closed',
    reply: z.object({ mine: z.number().int(), open: z.number().int(), waiting: z.number().int(), closed: z.number().int() }),
  },
  getAlert: {
    method: 'GET',
    path: '/alerts/:id',
    access: 'alerts.read',
    scope: 'units',
    summary: 'One alert whole: words, answers, history, contacts, causes, record',
    params: idParam,
    reply: alertDetail,
  },
  acknowledgeAlert: step('acknowledgements', 'Take it: the customer is no longer unheard', z.object({}).default({})),
  logContact: step(
    'contacts',
    'Log a contact with the customer. `how`: call, mail, chat, meeting, or a word of your own',
    z.object({
      how: text(40, 1),
      note: words.default(''),
      reached: z.boolean().default(true),
      /** A link or a reference that proves it. */
      evidence: text(500).optional(),
      files,
    }),
  ),
  noteAlert: step(
    'notes',
    'A note for colleagues. `mentions`: ids or e-mails of those who are told of it',
    z.object({ note: text(4000, 1), mentions: z.array(text(254, 1)).max(20).default([]), files }),
  ),
  chooseCauses: step(
    'causes',
    'Say why it happened: ids or names, the main one first; an unknown name becomes a cause',
    z.object({ causes: z.array(text(200, 1)).max(20) }),
  ),
  resolveAlert: step(
    'resolutions',
    'Resolve. `outcome`: put-right, explained, goodwill, could-not-help, not-reached, or a word of your own',
    z.object({ outcome: text(100, 1), note: words.optional() }),
  ),
  escalateAlert: step(
    'escalations',
    'Hand it to somebody else. `to`: a person’s id or e-mail, or `skip` for the next manager up',
    z.object({ to: text(254, 1), reason: text(1000, 1) }),
  ),
  reopenAlert: step('reopenings', 'Go on with a closed alert', z.object({ reason: text(1000, 1) })),
})
