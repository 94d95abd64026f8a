import { z } from 'zod'
import { contract, created, done, email, id, idParam, page, paging, text } from '../kit/contract.ts'
import { instant } from './dates.ts'
import { namedRef, nullableDay, segments } from './sharedSchemas.ts'

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
  units: z.array(namedRef.extend({ role })),
  account: namedRef.nullable(),
  optedOutAt: at,
  bouncedAt: at,
  erasedAt: at,
  /** Until when they are away, if they are now. */
  awayUntil: at,
})
export type PersonRow = z.infer<typeof personRow>

const absence = z.object({ id, from: z.string(), to: z.string(), delegate: namedRef.nullable() })

const personDetail = personRow.extend({
  phone: z.string().nullable(),
  locale: z.string().nullable(),
  segments: z.record(z.string(), z.string()),
  manager: namedRef.nullable(),
  reports: z.array(namedRef),
  teams: z.array(namedRef),
  absences: z.array(absence),
  /** Units and managers of earlier and later days too. */
  history: z.array(z.object({ unit: namedRef, role, from: nullableDay, to: nullableDay })),
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

const personBody = z
  .object(personFields)
  .partial()
  .extend({
    liftErasure: z.boolean().optional().describe('They were erased on request and asked to be here again; needs people.erase'),
  })

export const personContract = contract({
  listPeople: {
    method: 'GET',
    path: '/people',
    access: 'people.read',
    scope: 'units',
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
    scope: 'units',
    summary: 'A new person; an e-mail address or an external id is needed',
    body: personBody,
    status: 201,
    reply: created,
  },
  getPerson: {
    method: 'GET',
    path: '/people/:id',
    access: 'people.read',
    scope: 'units',
    summary: 'One person whole',
    params: idParam,
    reply: personDetail,
  },
  editPerson: {
    method: 'PATCH',
    path: '/people/:id',
    access: 'people.write',
    scope: 'units',
    summary: 'Change what is known of a person; only what is named changes',
    params: idParam,
    body: personBody,
    reply: done,
  },
  optOut: {
    method: 'PUT',
    path: '/people/:id/opt-out',
    access: 'people.write',
    scope: 'units',
    summary: 'The person wants no more invitations',
    params: idParam,
    reply: done,
  },
  optIn: {
    method: 'DELETE',
    path: '/people/:id/opt-out',
    access: 'people.write',
    scope: 'units',
    summary: 'The person wants invitations again',
    params: idParam,
    reply: done,
  },
  addAbsence: {
    method: 'POST',
    path: '/people/:id/absences',
    access: 'people.write',
    scope: 'units',
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
    scope: 'units',
    summary: 'Remove an absence',
    params: idParam,
    reply: done,
  },
  listSegments: {
    method: 'GET',
    path: '/segments',
    access: 'people.read',
    scope: 'units',
    summary: 'The segments that people have, with their most frequent values',
    reply: z.object({ items: z.array(z.object({ key: z.string(), values: z.array(z.string()) })) }),
  },
})
