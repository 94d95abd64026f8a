import { may } from '../../kit/caller.ts'
import { implement } from '../../kit/server/http/implement.ts'
import { searchSources } from '../../kit/server/search.ts'
import { finds } from '../search/contract.ts'

const EACH = 5

export const searchRoutes = implement(finds, {
  async search(tx, { query: { q } }) {
    const groups = []
    for (const { kind, permission, find } of searchSources.all().toSorted((a, b) => a.order - b.order)) {
      const items = may(tx.caller, permission) ? await find(tx, q, EACH) : []
      if (items.length) groups.push({ kind, items })
    }
    return { groups }
  },
})
