import { z } from 'zod'
import { contract, idParam, text } from '../kit/contract.ts'

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

export const erasureContract = contract({
  previewErasure: {
    method: 'GET',
    path: '/people/:id/erasure',
    access: 'people.erase',
    scope: 'units',
    summary: 'What erasing this person would remove, and what would stay without them',
    params: idParam,
    reply: erasure,
  },
  erasePerson: {
    method: 'POST',
    path: '/people/:id/erasure',
    access: 'people.erase',
    scope: 'units',
    summary: 'Erase a person: name, address and details go everywhere, answers stay without them. Cannot be undone',
    params: idParam,
    body: z.object({ reason: text(500).optional() }).nullish(),
    reply: erasure,
  },
  exportPersonData: {
    method: 'POST',
    path: '/people/:id/data',
    access: 'people.erase',
    scope: 'units',
    summary:
      'Everything that is kept about one person, as a JSON file for them, with the files in base64; the record keeps that it was asked for',
    params: idParam,
    reply: z.string(),
    replyType: 'application/json',
  },
})
