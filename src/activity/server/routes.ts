import { toPage } from '../../kit/paging.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { activityContract } from '../contract.ts'
import { readFeed } from './activityStore.ts'
import { visibleUnits } from './visibleUnits.ts'

export const activityRoutes = implement(activityContract, {
  async feed(tx, { query }) {
    const rows = await readFeed(tx, { ...query, units: tx.caller.units && (await visibleUnits.call(tx)) })
    const { items, nextCursor } = toPage(rows, query.limit, row => [row.id])
    return {
      nextCursor,
      items: items.map(row => ({
        id: row.id,
        at: row.at.toISOString(),
        verb: row.verb,
        actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
        subject: { type: row.subject_type, id: row.subject_id },
        detail: row.detail as Record<string, unknown> | null,
        erased: row.detail === null,
      })),
    }
  },
})
