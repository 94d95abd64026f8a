import { z } from 'zod'
import { contract, created, done, id, idParam, name } from '../kit/contract.ts'

export const causeItem = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  /** From the top down to the cause itself. */
  path: z.array(z.string()),
  retired: z.boolean(),
  /** Something was done about it. */
  fixed: z.boolean(),
  /** Alerts that name it. */
  alerts: z.number().int(),
})
export type CauseItem = z.infer<typeof causeItem>

export const causesContract = contract({
  listCauses: {
    method: 'GET',
    path: '/causes',
    access: 'alerts.read',
    scope: 'units',
    summary: 'The tree of root causes, whole',
    reply: z.object({ items: z.array(causeItem), nextCursor: z.null() }),
  },
  createCause: {
    method: 'POST',
    path: '/causes',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Add a cause, at the top or under another',
    body: z.object({ name, parentId: id.nullish() }),
    reply: created,
    status: 201,
  },
  changeCause: {
    method: 'PATCH',
    path: '/causes/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Rename a cause, move it, retire it or take it up again',
    params: idParam,
    body: z.object({ name: name.optional(), parentId: id.nullable().optional(), retired: z.boolean().optional() }),
    reply: done,
  },
  removeCause: {
    method: 'DELETE',
    path: '/causes/:id',
    access: 'rules.write',
    scope: 'organisation',
    summary: 'Remove a cause that no alert names',
    params: idParam,
    reply: done,
  },
})
