import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRowKeys } from '../../keys.ts'
import { type CursorList, useTop } from '../../list.ts'
import { ErrorState } from '../state/ErrorState.tsx'
import { Pagination } from './Pagination.tsx'
import { Skeleton } from '../state/Skeleton.tsx'

export interface PagedListProps<Row> {
  label: string
  list: CursorList<Row>
  rowId: (row: Row) => string
  /** One row; its first link is what Enter opens. */
  children: (row: Row) => ReactNode
  /** Shown when there is nothing: an Empty that says what comes next. */
  empty: ReactNode
  /** About how high a row is, in pixels. */
  rowHeight?: number
  skeleton?: ReactNode
  total?: number | null
}

/** A list of any length: only what is in view is in the document, and its end reads on by itself. */
export function PagedList<Row>({ label, list, rowId, children, empty, rowHeight = 64, skeleton, total }: PagedListProps<Row>) {
  const box = useRef<HTMLUListElement>(null)
  useRowKeys(box)
  const rows = list.data ?? []
  const top = useTop(box, rows.length > 0)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: top,
    getItemKey: i => rowId(rows[i]!),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (list.hasMore && last >= rows.length - 5) list.loadMore()
  }, [list, last, rows.length])
  if (list.data === undefined)
    return list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : (skeleton ?? <Skeleton rows={6} />)
  if (rows.length === 0) return empty
  return (
    <>
      <ul ref={box} aria-label={label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-row={rowId(rows[item.index]!)}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={list.hasMore ? -1 : rows.length}
            className="absolute inset-x-0 top-0 border-b border-line has-focus-visible:bg-selected"
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            {children(rows[item.index]!)}
          </li>
        ))}
      </ul>
      {list.error && <ErrorState error={list.error} retry={list.loadMore} />}
      <Pagination shown={rows.length} total={total} hasMore={list.hasMore} loading={list.loadingMore} onMore={list.loadMore} />
    </>
  )
}
