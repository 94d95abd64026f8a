import { z } from 'zod'
import { aDay, contract, created, day, done, id, idParam, instant, name, page, paging } from '../kit/contract.ts'
import { alertKinds } from './alertKind.ts'
import { when } from './condition.ts'
import { promises } from './promiseNames.ts'
import { policy, ruleKind } from './ruleFields.ts'
import { route } from '../routing/route.ts'

const ruleShape = z.object({
  name,
  survey: id,
  kind: ruleKind.default('recovery'),
  when,
  route: route.default([{ to: 'unit-manager' }]),
  policy,
})

export const ruleItem = z.object({
  id,
  name: z.string(),
  survey: id,
  surveyName: z.string(),
  kind: z.enum(alertKinds),
  when,
  route,
  /** What is promised to whoever raises it. */
  policy: id.nullable(),
  on: z.boolean(),
  onSince: instant.nullable(),
  /** Alerts raised so far, and how many of them still wait. */
  alerts: z.number().int(),
  waiting: z.number().int(),
  createdAt: instant,
})
export type Rule = z.output<typeof ruleItem>

const gap = z.object({
  rule: z.object({ id, name: z.string() }),
  unit: z.object({ id, key: z.string(), name: z.string() }),
  /** The way routing took, in words. */
  path: z.array(z.string()),
  since: instant,
})
export type RoutingGapItem = z.output<typeof gap>

export const alertRulesContract = contract({
  listRules: {
    method: 'GET',
    path: '/alert-rules',
    access: 'rules.read',
    scope: 'units',
    summary: 'Rules that raise alerts, newest first',
    query: paging.extend({ survey: id.optional() }),
    reply: page(ruleItem),
  },
  createRule: {
    method: 'POST',
    path: '/alert-rules',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'A rule on the answers of one survey; it is on at once unless `on` is false',
    body: ruleShape.extend({ on: z.boolean().default(true) }),
    reply: created,
    status: 201,
  },
  listGaps: {
    method: 'GET',
    path: '/alert-rules/gaps',
    access: 'rules.read',
    scope: 'units',
    summary: 'Units whose alerts fall to the organisation’s owner because nobody else is there; checked at every change',
    query: paging,
    reply: page(gap),
  },
  getRule: {
    method: 'GET',
    path: '/alert-rules/:id',
    access: 'rules.read',
    scope: 'units',
    summary: 'One rule',
    params: idParam,
    reply: ruleItem,
  },
  changeRule: {
    method: 'PATCH',
    path: '/alert-rules/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Change a rule, switch it on or off; it acts on the next answer',
    params: idParam,
    body: z.object({
      name: name.optional(),
      kind: ruleKind.optional(),
      when: when.optional(),
      route: route.optional(),
      policy,
      on: z.boolean().optional(),
    }),
    reply: done,
  },
  removeRule: {
    method: 'DELETE',
    path: '/alert-rules/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Remove a rule; the alerts it raised stay',
    params: idParam,
    reply: done,
  },
})

const replay = z.object({
  id,
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  from: day,
  to: day,
  /** Responses looked at so far, and all there are. */
  seen: z.number().int(),
  total: z.number().int(),
  result: z
    .object({
      alerts: z.number().int(),
      /** By Monday of the week; weeks without an alert are left out. */
      weeks: z.array(z.object({ from: day, n: z.number().int() })),
      /** Who would own them as the hierarchy is today, the one with most first. */
      owners: z.array(z.object({ id, name: z.string(), n: z.number().int() })),
      /** Those that would come to the organisation's owner only because nobody else is there. */
      unowned: z.number().int(),
      /** The newest responses that would have raised one. */
      examples: z.array(id),
      /** How many promises would have been missed, and by what that is judged, in words. `promised`: working minutes. */
      promises: z.array(
        z.object({ target: z.enum(promises), promised: z.number(), missed: z.number().int(), basis: z.string() }),
      ),
    })
    .nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})
export type Replay = z.output<typeof replay>

const replayParams = z.object({ id, replay: id })

export const alertReplaysContract = contract({
  startReplay: {
    method: 'POST',
    path: '/alert-rules/:id/replays',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Try a rule on the past: how many alerts a week, for whom, and which would have had no owner',
    params: idParam,
    body: z.object({ from: aDay, to: aDay }),
    reply: created,
    status: 201,
  },
  listReplays: {
    method: 'GET',
    path: '/alert-rules/:id/replays',
    access: 'rules.read',
    scope: 'units',
    summary: 'Replays of a rule, newest first',
    params: idParam,
    query: paging,
    reply: page(replay),
  },
  getReplay: {
    method: 'GET',
    path: '/alert-rules/:id/replays/:replay',
    access: 'rules.read',
    scope: 'units',
    summary: 'How far a replay is, and what it found',
    params: replayParams,
    reply: replay,
  },
  cancelReplay: {
    method: 'POST',
    path: '/alert-rules/:id/replays/:replay/cancellations',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Stop a replay',
    params: replayParams,
    body: z.object({}).default({}),
    reply: done,
  },
})
