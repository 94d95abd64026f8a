import { z } from 'zod'
import { contract, href, text } from '../../kit/contract.ts'

/** What `GET /search?q=` finds, grouped by room: people, alerts, surveys. */
export const finds = contract({
  search: {
    method: 'GET',
    path: '/search',
    access: 'signed-in',
    scope: 'units',
    summary: 'Find anything by name',
    query: z.object({ q: text(100, 1) }),
    reply: z.object({
      groups: z.array(
        z.object({
          kind: z.string(),
          items: z.array(z.object({ id: z.string(), label: z.string(), detail: z.string().optional(), href })),
        }),
      ),
    }),
  },
})
