import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useRowKeys } from '../../keys.ts'
import { useTop } from '../../list.ts'
import { type RowProps, TableRow } from './TableRow.tsx'
import type { TableProps } from './tableParts.ts'

// Above this many rows only those in view are in the document.
const MANY = 120

export function TableBody<Row>(props: TableProps<Row>) {
  const { columns, rows, rowId, href, onOpen, selected, tight, more } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const act = useActs(props)
  useRowKeys(body)
  const many = rows.length > MANY
  const top = useTop(body, many)
  const virtual = useWindowVirtualizer({
    count: many ? rows.length : 0,
    estimateSize: () => (tight ? 33 : 40),
    overscan: 8,
    scrollMargin: top,
    getItemKey: i => rowId(rows[i]!),
  })
  const items = virtual.getVirtualItems()
  const shown = many ? items.map(item => item.index) : rows.map((_, i) => i)
  const last = shown.at(-1) ?? -1
  useEffect(() => {
    if (many && more?.hasMore && last >= rows.length - 15) more.loadMore()
  }, [many, more, last, rows.length])
  const width = columns.length + (selected ? 1 : 0)
  return (
    <tbody ref={body}>
      {many && <Gap height={(items[0]?.start ?? top) - top} width={width} />}
      {shown.map(index => {
        const row = rows[index]!
        const id = rowId(row)
        const part = { row, id, index, columns, tight, act, href: href?.(row), chosen: selected?.has(id) }
        return <TableRow key={id} {...part} opens={Boolean(href ?? onOpen)} measure={many ? virtual.measureElement : undefined} />
      })}
      {many && <Gap height={virtual.getTotalSize() + top - (items.at(-1)?.end ?? top)} width={width} />}
    </tbody>
  )
}

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tr aria-hidden="true">
    <td colSpan={width} style={{ height, padding: 0 }} />
  </tr>
)

/** What a row can do, as one object that stays the same while what it does follows the table's latest props. */
function useActs<Row>(props: TableProps<Row>): RowProps<Row>['act'] {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  }, [props])
  const [act] = useState(() => ({
    open: (row: Row) => latest.current.onOpen?.(row),
    choose: (id: string, on: boolean) => {
      const others = [...(latest.current.selected ?? [])].filter(other => other !== id)
      latest.current.onSelect?.(new Set(on ? [...others, id] : others))
    },
  }))
  return act
}
