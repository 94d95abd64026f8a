import type { QueryClient } from '@tanstack/react-query'

type Queries = Pick<QueryClient, 'invalidateQueries'>

const patienceMs = 250

interface PendingRefresh {
  since: number
  again: boolean
}

/**
 * Reads what changed again: once for everybody who asks in the same moment. A change while that is under way begins anew, because what is
 * being read may be older; but not for ever, or a page would show nothing as long as changes keep coming.
 */
export function refresher(now: () => number = Date.now): (queries: Queries, resource: string) => void {
  const asked = new Set<string>()
  const reading = new Map<string, PendingRefresh>()
  const read = (queries: Queries, resource: string) => {
    const before = reading.get(resource)
    if (before && now() - before.since >= patienceMs) {
      before.again = true
      return
    }
    const mine = { since: before?.since ?? now(), again: false }
    reading.set(resource, mine)
    void queries.invalidateQueries({ queryKey: [resource] }).finally(() => {
      if (reading.get(resource) !== mine) return
      reading.delete(resource)
      if (mine.again) read(queries, resource)
    })
  }
  return (queries, resource) => {
    if (asked.has(resource)) return
    asked.add(resource)
    queueMicrotask(() => {
      asked.delete(resource)
      read(queries, resource)
    })
  }
}
