import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Topic } from '../vocabulary.ts'
import { watch } from './live.ts'
import { type PageOf, placed } from './placed.ts'
import { refresher } from './refresher.ts'

type ListPages<Row> = InfiniteData<PageOf<Row>, string | undefined>

export interface LiveRows<Row> {
  queryKey: readonly unknown[]
  /** Those of these rows that belong into the list as they are now. */
  some: (ids: string[]) => Promise<{ items: Row[] }>
  /** Whether a row stands before another one. */
  before: (a: Row, b: Row) => boolean
}

/** Above that, the list is read again as a whole. */
const MOST = 20
/** Counts and whatever else is shown of the same resource follow at this pace. */
const restMs = 1_000

const refresh = refresher()

/** Keeps a list fresh row by row: only what changed is asked for, and goes where it belongs; the rest of the page follows within a second. */
export function useLiveRows<Row extends { id: string }>(topic: Topic, list: LiveRows<Row>): void {
  const queries = useQueryClient()
  const now = useRef(list)
  useEffect(() => void (now.current = list))
  useEffect(() => keepFresh(queries, topic, () => now.current), [queries, topic])
}

function keepFresh<Row extends { id: string }>(queries: QueryClient, topic: Topic, list: () => LiveRows<Row>): () => void {
  const changed = new Set<string>()
  let reading = false
  let rest: ReturnType<typeof setTimeout> | undefined
  const others = () => {
    rest = undefined
    const own = JSON.stringify(list().queryKey)
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === topic && JSON.stringify(queryKey) !== own })
  }
  const read = async () => {
    if (reading || changed.size === 0) return
    const ids = [...changed]
    changed.clear()
    reading = true
    const { queryKey, some, before } = list()
    // What is being read already may be older than what changed, and would overwrite it.
    const whole = ids.length > MOST || queries.isFetching({ queryKey, exact: true }) > 0
    const rows = whole ? undefined : await some(ids).catch(() => undefined)
    if (rows && queries.isFetching({ queryKey, exact: true }) === 0)
      queries.setQueryData<ListPages<Row>>(
        queryKey,
        data => data && { ...data, pages: placed(data.pages, ids, rows.items, before) },
      )
    else refresh(queries, topic)
    reading = false
    void read()
  }
  const end = watch(topic, ({ id }) => {
    if (!id) return refresh(queries, topic)
    changed.add(id)
    rest ??= setTimeout(others, restMs)
    void read()
  })
  return () => {
    clearTimeout(rest)
    end()
  }
}
