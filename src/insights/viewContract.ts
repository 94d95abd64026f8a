import { z } from 'zod'
import { contract, created, done, id, idParam, name, text } from '../kit/contract.ts'

const search = z.record(text(80, 1), text(200)).refine(all => Object.keys(all).length <= 30, 'has too many filters')
const view = z.object({ id, name: z.string(), shared: z.boolean(), search, mine: z.boolean(), by: z.string() })
export type InsightView = z.output<typeof view>

export const viewsContract = contract({
  listInsightViews: {
    method: 'GET',
    path: '/insights/views',
    access: 'insights.read',
    scope: 'own',
    summary: 'Saved ways of looking at Insights: one’s own, and those that colleagues share',
    reply: z.array(view),
  },
  saveInsightView: {
    method: 'POST',
    path: '/insights/views',
    access: 'insights.read',
    scope: 'own',
    summary: 'Save a way of looking under a name; one’s own of the same name is replaced',
    body: z.object({ name, shared: z.boolean().default(false), search }),
    reply: created,
    status: 201,
  },
  removeInsightView: {
    method: 'DELETE',
    path: '/insights/views/:id',
    access: 'insights.read',
    scope: 'own',
    summary: 'Remove a saved view',
    params: idParam,
    reply: done,
  },
})
