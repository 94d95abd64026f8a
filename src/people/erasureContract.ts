import { z } from 'zod'
import { contract, done, idParam, text } from '../kit/contract.ts'

const item = z.object({
  /** What it is, in English: said in the reader's language by the page. */
  what: z.string(),
  n: z.number().int(),
  /** removed: gone; pseudonymised: stays without the person; kept: stays as it is. */
  fate: z.enum(['removed', 'pseudonymised', 'kept']),
})
export type ErasureItem = z.infer<typeof item>

const erasure = z.object({
  erasedAt: z.string().nullable(),
  /** Why it cannot be done yet. */
  blocked: z.string().nullable(),
  items: z.array(item),
})
export type Erasure = z.infer<typeof erasure>

const retention = z.object({
  kind: z.string(),
  /** What it is, in English. */
  what: z.string(),
  /** What happens to it when its time is over, in English. */
  fate: z.string(),
  /** null = kept for good. */
  days: z.number().int().nullable(),
  leastDays: z.number().int(),
})
export type Retention = z.infer<typeof retention>

export const erasureContract = contract({
  previewErasure: {
    method: 'GET',
    path: '/people/:id/erasure',
    access: 'people.erase',
    summary: 'What erasing this person would remove, and what would stay without them',
    params: idParam,
    reply: erasure,
  },
  erasePerson: {
    method: 'POST',
    path: '/people/:id/erasure',
    access: 'people.erase',
    summary: 'Erase a person: name, address and details go everywhere, answers stay without them. Cannot be undone',
    params: idParam,
    body: z.object({ reason: text(500).optional() }).nullish(),
    reply: erasure,
  },
  exportPersonData: {
    method: 'GET',
    path: '/people/:id/data',
    access: 'people.erase',
    summary: 'Everything that is kept about one person, as a JSON file for them',
    params: idParam,
    reply: z.string(),
    replyType: 'application/json',
  },
  listRetention: {
    method: 'GET',
    path: '/retention',
    access: 'org.manage',
    summary: 'How long each kind of data is kept',
    reply: z.object({ items: z.array(retention) }),
  },
  setRetention: {
    method: 'PUT',
    path: '/retention/:kind',
    access: 'org.manage',
    summary: 'Keep a kind of data for so many days, then delete or pseudonymise it each night; null = for good',
    params: z.object({ kind: text(60, 1) }),
    body: z.object({ days: z.number().int().min(1).max(36_500).nullable() }),
    reply: done,
  },
})
