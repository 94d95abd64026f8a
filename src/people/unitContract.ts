import { z } from 'zod'
import { contract, created, done, flag, id, idParam, name, text } from '../kit/contract.ts'
import { day } from './dates.ts'
import { namedRef, nullableDay } from './sharedSchemas.ts'

const unitRow = z.object({
  id,
  key: z.string(),
  name: z.string(),
  parentId: id.nullable(),
  closedOn: nullableDay,
  managers: z.array(namedRef),
  /** Members and managers of the unit itself, those below not counted. */
  people: z.number().int(),
  /** The next move that is planned after the day that was asked for. */
  next: z.object({ from: day, parentId: id.nullable() }).nullable(),
})
export type DirectoryUnitRow = z.infer<typeof unitRow>

const placement = z.object({ parent: namedRef.nullable(), from: nullableDay.describe('null = since always'), to: nullableDay })

const unitDetail = unitRow.omit({ next: true }).extend({
  path: z.array(namedRef),
  placements: z.array(placement),
  children: z.number().int(),
})

const on = day.optional().describe('The day to look at; today unless told')

export const unitContract = contract({
  listUnits: {
    method: 'GET',
    path: '/units',
    access: 'people.read',
    scope: 'units',
    summary: 'The tree of units as it stands on a day, each with its parent and managers',
    query: z.object({ on, closed: flag.describe('Also those that are closed on that day') }),
    reply: z.object({ on: day, items: z.array(unitRow), nextCursor: z.null() }),
  },
  createUnit: {
    method: 'POST',
    path: '/units',
    access: 'people.write',
    scope: 'units',
    summary: 'A new unit; since always unless a first day is told',
    body: z.object({ name, key: text(200, 1).optional(), parent: id.nullable().default(null), from: day.optional() }),
    status: 201,
    reply: created,
  },
  getUnit: {
    method: 'GET',
    path: '/units/:id',
    access: 'people.read',
    scope: 'units',
    summary: 'One unit: its path, its managers, and where it stood and will stand',
    params: idParam,
    query: z.object({ on }),
    reply: unitDetail,
  },
  editUnit: {
    method: 'PATCH',
    path: '/units/:id',
    access: 'people.write',
    scope: 'units',
    summary: 'Rename a unit or change its key',
    params: idParam,
    body: z.object({ name: name.optional(), key: text(200, 1).optional() }),
    reply: done,
  },
  moveUnit: {
    method: 'POST',
    path: '/units/:id/moves',
    access: 'people.write',
    scope: 'units',
    summary: 'Move a unit, with all below it, below another one from a day on; reports of earlier days stay as they were',
    params: idParam,
    body: z.object({ parent: id.nullable(), from: day.optional() }),
    reply: done,
  },
  callOffMove: {
    method: 'DELETE',
    path: '/units/:id/moves/:from',
    access: 'people.write',
    scope: 'units',
    summary: 'Call off the move of that day: where the unit stood before goes on',
    params: z.object({ id, from: day }),
    reply: done,
  },
  closeUnit: {
    method: 'POST',
    path: '/units/:id/closing',
    access: 'people.write',
    scope: 'units',
    summary: 'Close a unit from a day on; what was answered there stays',
    params: idParam,
    body: z.object({ on: day.optional() }),
    reply: done,
  },
  reopenUnit: {
    method: 'DELETE',
    path: '/units/:id/closing',
    access: 'people.write',
    scope: 'units',
    summary: 'Open a closed unit again',
    params: idParam,
    reply: done,
  },
  setManagers: {
    method: 'PUT',
    path: '/units/:id/managers',
    access: 'people.write',
    scope: 'units',
    summary: 'Who manages a unit, from a day on; former managers without another unit stay members',
    params: idParam,
    body: z.object({ people: z.array(id).max(50), from: day.optional() }),
    reply: done,
  },
})
