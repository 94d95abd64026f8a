import { z } from 'zod'
import { contract, created, done, email, flag, id, idParam, name, page, paging, text } from '../kit/contract.ts'
import { day, instant } from './dates.ts'

const named = z.object({ id, name: z.string() })
const nullableDay = day.nullable()
const segments = z.record(text(60, 1), text(200)).refine(all => Object.keys(all).length <= 50, 'At most 50 segments.')

// ---- units

const unitRow = z.object({
  id,
  key: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  closedOn: nullableDay,
  managers: z.array(named),
  /** Members and managers of the unit itself, those below not counted. */
  people: z.number().int(),
  /** The next move that is planned after the day that was asked for. */
  next: z.object({ from: day, parentId: id.nullable() }).nullable(),
})
export type UnitRow = z.infer<typeof unitRow>

const placement = z.object({ parent: named.nullable(), from: nullableDay.describe('null = since always'), to: nullableDay })

const unitWhole = unitRow.omit({ next: true }).extend({
  path: z.array(named),
  placements: z.array(placement),
  children: z.number().int(),
})

const on = day.optional().describe('The day to look at; today unless told')

export const unitContract = contract({
  listUnits: {
    method: 'GET',
    path: '/units',
    access: 'people.read',
    summary: 'The tree of units as it stands on a day, each with its parent and managers',
    query: z.object({ on, closed: flag.describe('Also those that are closed on that day') }),
    reply: z.object({ on: day, items: z.array(unitRow), nextCursor: z.null() }),
  },
  createUnit: {
    method: 'POST',
    path: '/units',
    access: 'people.write',
    summary: 'A new unit; since always unless a first day is told',
    body: z.object({ name, key: text(200, 1).optional(), parent: id.nullable().default(null), from: day.optional() }),
    status: 201,
    reply: created,
  },
  getUnit: {
    method: 'GET',
    path: '/units/:id',
    access: 'people.read',
    summary: 'One unit: its path, its managers, and where it stood and will stand',
    params: idParam,
    query: z.object({ on }),
    reply: unitWhole,
  },
  editUnit: {
    method: 'PATCH',
    path: '/units/:id',
    access: 'people.write',
    summary: 'Rename a unit or change its key',
    params: idParam,
    body: z.object({ name: name.optional(), key: text(200, 1).optional() }),
    reply: done,
  },
  moveUnit: {
    method: 'POST',
    path: '/units/:id/moves',
    access: 'people.write',
    summary: 'Move a unit, with all below it, below another one from a day on; reports of earlier days stay as they were',
    params: idParam,
    body: z.object({ parent: id.nullable(), from: day.optional() }),
    reply: done,
  },
  callOffMove: {
    method: 'DELETE',
    path: '/units/:id/moves/:from',
    access: 'people.write',
    summary: 'Call off the move of that day: where the unit stood before goes on',
    params: z.object({ id, from: day }),
    reply: done,
  },
  closeUnit: {
    method: 'POST',
    path: '/units/:id/closing',
    access: 'people.write',
    summary: 'Close a unit from a day on; what was answered there stays',
    params: idParam,
    body: z.object({ on: day.optional() }),
    reply: done,
  },
  reopenUnit: {
    method: 'DELETE',
    path: '/units/:id/closing',
    access: 'people.write',
    summary: 'Open a closed unit again',
    params: idParam,
    reply: done,
  },
  setManagers: {
    method: 'PUT',
    path: '/units/:id/managers',
    access: 'people.write',
    summary: 'Who manages a unit, from a day on; former managers without another unit stay members',
    params: idParam,
    body: z.object({ people: z.array(id).max(50), from: day.optional() }),
    reply: done,
  },
})

// ---- people

const kind = z.enum(['staff', 'contact'])
const role = z.enum(['manager', 'member'])
const at = z.string().nullable()

const personRow = z.object({
  id,
  /** Their name, else what else is known of them. */
  label: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  title: z.string().nullable(),
  kind,
  units: z.array(named.extend({ role })),
  account: named.nullable(),
  optedOutAt: at,
  bouncedAt: at,
  erasedAt: at,
  /** Until when they are away, if they are now. */
  awayUntil: at,
})
export type PersonRow = z.infer<typeof personRow>

const absence = z.object({ id, from: z.string(), to: z.string(), delegate: named.nullable() })

const personWhole = personRow.extend({
  phone: z.string().nullable(),
  locale: z.string().nullable(),
  segments: z.record(z.string(), z.string()),
  manager: named.nullable(),
  reports: z.array(named),
  teams: z.array(named),
  absences: z.array(absence),
  /** Units and managers of earlier and later days too. */
  history: z.array(z.object({ unit: named, role, from: nullableDay, to: nullableDay })),
  /** May sign in to the console. */
  hasLogin: z.boolean(),
  createdAt: z.string(),
})

const personFields = {
  name: text(200),
  email: email.nullable(),
  externalId: text(200, 1).nullable(),
  title: text(200).nullable(),
  kind,
  phone: text(60).nullable(),
  locale: text(35).nullable(),
  segments,
  account: id.nullable(),
  manager: id.nullable().describe('Whom they report to from today on'),
  units: z
    .array(z.object({ unit: id, role: role.default('member') }))
    .max(100)
    .describe('Their units from today on'),
}

export const personContract = contract({
  listPeople: {
    method: 'GET',
    path: '/people',
    access: 'people.read',
    summary: 'People by name; found by name, e-mail, external id, unit (with all below it), account, kind or segment',
    query: paging.extend({
      q: text(200).optional(),
      kind: kind.optional(),
      unit: id.optional(),
      account: id.optional(),
      segment: text(270).optional().describe('key:value'),
      state: z.enum(['opted-out', 'bounced', 'away', 'erased']).optional(),
    }),
    reply: page(personRow),
  },
  createPerson: {
    method: 'POST',
    path: '/people',
    access: 'people.write',
    summary: 'A new person; an e-mail address or an external id is needed',
    body: z.object(personFields).partial(),
    status: 201,
    reply: created,
  },
  getPerson: {
    method: 'GET',
    path: '/people/:id',
    access: 'people.read',
    summary: 'One person whole',
    params: idParam,
    reply: personWhole,
  },
  editPerson: {
    method: 'PATCH',
    path: '/people/:id',
    access: 'people.write',
    summary: 'Change what is known of a person; only what is named changes',
    params: idParam,
    body: z.object(personFields).partial(),
    reply: done,
  },
  optOut: {
    method: 'PUT',
    path: '/people/:id/opt-out',
    access: 'people.write',
    summary: 'The person wants no more invitations',
    params: idParam,
    reply: done,
  },
  optIn: {
    method: 'DELETE',
    path: '/people/:id/opt-out',
    access: 'people.write',
    summary: 'The person wants invitations again',
    params: idParam,
    reply: done,
  },
  addAbsence: {
    method: 'POST',
    path: '/people/:id/absences',
    access: 'people.write',
    summary: 'The person is away; the delegate takes over meanwhile',
    params: idParam,
    body: z.object({ from: instant, to: instant, delegate: id.nullable().default(null) }),
    status: 201,
    reply: created,
  },
  endAbsence: {
    method: 'DELETE',
    path: '/absences/:id',
    access: 'people.write',
    summary: 'Remove an absence',
    params: idParam,
    reply: done,
  },
  listSegments: {
    method: 'GET',
    path: '/segments',
    access: 'people.read',
    summary: 'The segments that people have, with their most frequent values',
    reply: z.object({ items: z.array(z.object({ key: z.string(), values: z.array(z.string()) })) }),
  },
})

// ---- customer accounts and teams

const accountRow = z.object({
  id,
  key: z.string(),
  name: z.string(),
  owner: named.nullable(),
  segments: z.record(z.string(), z.string()),
  people: z.number().int(),
})
export type AccountRow = z.infer<typeof accountRow>
const accountBody = z.object({
  name,
  key: text(200, 1).optional(),
  owner: id.nullable().optional(),
  segments: segments.optional(),
})

export const customerAccountContract = contract({
  listCustomerAccounts: {
    method: 'GET',
    path: '/customer-accounts',
    access: 'people.read',
    summary: 'Customer accounts by name, each with the colleague who looks after it',
    query: paging.extend({ q: text(200).optional(), owner: id.optional() }),
    reply: page(accountRow),
  },
  createCustomerAccount: {
    method: 'POST',
    path: '/customer-accounts',
    access: 'people.write',
    summary: 'A new customer account',
    body: accountBody,
    status: 201,
    reply: created,
  },
  getCustomerAccount: {
    method: 'GET',
    path: '/customer-accounts/:id',
    access: 'people.read',
    summary: 'One customer account',
    params: idParam,
    reply: accountRow,
  },
  editCustomerAccount: {
    method: 'PATCH',
    path: '/customer-accounts/:id',
    access: 'people.write',
    summary: 'Change a customer account',
    params: idParam,
    body: accountBody.partial(),
    reply: done,
  },
  deleteCustomerAccount: {
    method: 'DELETE',
    path: '/customer-accounts/:id',
    access: 'people.write',
    summary: 'Remove a customer account; its people stay',
    params: idParam,
    reply: done,
  },
})

const teamRow = z.object({ id, name: z.string(), people: z.array(named) })
export type TeamRow = z.infer<typeof teamRow>
const teamBody = z.object({ name, people: z.array(id).max(500) })

export const teamContract = contract({
  listTeams: {
    method: 'GET',
    path: '/teams',
    access: 'people.read',
    summary: 'Teams by name, with their people',
    query: paging,
    reply: page(teamRow),
  },
  createTeam: {
    method: 'POST',
    path: '/teams',
    access: 'people.write',
    summary: 'A new team',
    body: teamBody.partial({ people: true }),
    status: 201,
    reply: created,
  },
  editTeam: {
    method: 'PATCH',
    path: '/teams/:id',
    access: 'people.write',
    summary: 'Rename a team or change who is in it',
    params: idParam,
    body: teamBody.partial(),
    reply: done,
  },
  deleteTeam: {
    method: 'DELETE',
    path: '/teams/:id',
    access: 'people.write',
    summary: 'Remove a team; its people stay',
    params: idParam,
    reply: done,
  },
})
