import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { PageOf } from './placed.ts'

/** What a list paged by cursor brings: all rows read so far, and how to read on. Goes into Table and PagedList. */
export interface CursorList<Row> {
  data: Row[] | undefined
  error: Error | null
  isPending: boolean
  refetch: () => unknown
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
}

/** useCursorList(alerts.list.pages({ query: { state } })) */
export function useCursorList<Row>(options: {
  queryKey: readonly unknown[]
  queryFn: (context: { signal: AbortSignal; pageParam: string | undefined }) => Promise<PageOf<Row>>
  initialPageParam: string | undefined
  getNextPageParam: (last: PageOf<Row>) => string | undefined
}): CursorList<Row> {
  const query = useInfiniteQuery<
    PageOf<Row>,
    Error,
    InfiniteData<PageOf<Row>, string | undefined>,
    readonly unknown[],
    string | undefined
  >(options)
  const pages = query.data?.pages
  const data = useMemo(() => pages?.flatMap(page => page.items), [pages])
  return {
    data,
    error: query.error,
    isPending: query.isPending,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void (query.isFetchingNextPage || query.fetchNextPage()),
  }
}

/** Where the list begins on the page. */
export function useTop(list: RefObject<HTMLElement | null>, many: boolean): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    // Also when something above it grows or goes.
    const observer = new ResizeObserver(() => {
      if (many && list.current) setTop(list.current.getBoundingClientRect().top + scrollY)
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list, many])
  return top
}
