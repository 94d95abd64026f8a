import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'
import { useRowKeys } from '../keys.ts'
import type { CursorList } from '../list.ts'
import { Checkbox } from './Checkbox.tsx'
import { Pagination } from './Pagination.tsx'
import { TextLink } from './TextLink.tsx'

export interface Column<Row> {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Figures: at the end of the cell, one under the other. */
  num?: boolean
  sortable?: boolean
  /** Left out on a phone. */
  wide?: boolean
  /** As in CSS: '8rem'. */
  width?: string
}

export interface Sort {
  by: string
  down: boolean
}

export interface TableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Where a row leads: its first cell becomes the link, a click anywhere in the row follows it. */
  href?: (row: Row) => string
  /** Instead of a link: what a row opens (a sheet). */
  onOpen?: (row: Row) => void
  sort?: Sort
  onSort?: (sort: Sort) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  /** What can be done with those chosen: links or small buttons. */
  selectionActions?: ReactNode
  /** A list paged by cursor reads on by itself at its end. */
  more?: Pick<CursorList<Row>, 'hasMore' | 'loadingMore' | 'loadMore'>
  total?: number | null
  tight?: boolean
}

// Above this many rows only those in view are in the document.
const MANY = 120

export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowId, more, selected, onSelect, tight } = props
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body)
  const many = rows.length > MANY
  const virtual = useWindowVirtualizer({
    count: many ? rows.length : 0,
    estimateSize: () => (tight ? 33 : 40),
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: i => rowId(rows[i]!),
  })
  const items = virtual.getVirtualItems()
  const shown = many ? items.map(item => item.index) : rows.map((_, i) => i)
  const before = items[0] ? items[0].start - virtual.options.scrollMargin : 0
  const after = many ? virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - virtual.options.scrollMargin) : 0
  const width = columns.length + (selected ? 1 : 0)
  const last = shown.at(-1) ?? -1
  useEffect(() => {
    if (many && more?.hasMore && last >= rows.length - 15) more.loadMore()
  }, [many, more, last, rows.length])
  return (
    <div>
      <div className="overflow-x-auto wide:overflow-visible">
        <table aria-label={label} aria-rowcount={more?.hasMore ? -1 : rows.length + 1} className="w-full border-collapse">
          <Head {...props} />
          <tbody ref={body}>
            {many && <Gap height={before} width={width} />}
            {shown.map(i => (
              <TableRow
                key={rowId(rows[i]!)}
                table={props}
                row={rows[i]!}
                index={i}
                measure={many ? virtual.measureElement : undefined}
              />
            ))}
            {many && <Gap height={after} width={width} />}
          </tbody>
        </table>
      </div>
      {selected && selected.size > 0 && (
        <Chosen n={selected.size} actions={props.selectionActions} onClear={() => onSelect?.(new Set())} />
      )}
      {more && (
        <Pagination
          shown={rows.length}
          total={props.total}
          hasMore={more.hasMore}
          loading={more.loadingMore}
          onMore={more.loadMore}
        />
      )}
    </div>
  )
}

const Gap = ({ height, width }: { height: number; width: number }) => (
  <tr aria-hidden="true">
    <td colSpan={width} style={{ height, padding: 0 }} />
  </tr>
)

const cellClass = <Row,>(column: Column<Row>) =>
  cx('pe-3 last:pe-0', column.num && 'text-end whitespace-nowrap', column.wide && 'max-wide:hidden')

function Head<Row>({ columns, rows, rowId, selected, onSelect, sort, onSort }: TableProps<Row>) {
  const head =
    'sticky top-13 z-2 border-b border-line-strong bg-page pb-2 pt-1 text-micro font-regular text-ink-3 align-bottom text-start whitespace-nowrap max-wide:static'
  const all = selected !== undefined && rows.length > 0 && rows.every(row => selected.has(rowId(row)))
  return (
    <thead>
      <tr>
        {selected && (
          <th scope="col" className={cx(head, 'w-7 pe-3')}>
            <Checkbox
              aria-label={t('Choose all')}
              checked={all}
              isIndeterminate={!all && selected.size > 0}
              onChange={on => onSelect?.(new Set(on ? rows.map(rowId) : []))}
            />
          </th>
        )}
        {columns.map(column => (
          <th
            key={column.id}
            scope="col"
            style={{ width: column.width }}
            aria-sort={sort?.by === column.id ? (sort.down ? 'descending' : 'ascending') : undefined}
            className={cx(head, cellClass(column))}
          >
            {column.sortable && onSort ? (
              <button
                type="button"
                className="-my-1 py-1 hover:text-ink"
                onClick={() => onSort({ by: column.id, down: sort?.by === column.id ? !sort.down : Boolean(column.num) })}
              >
                {column.head}
                <span aria-hidden="true" className={cx('ms-1 inline-block', sort?.by !== column.id && 'invisible')}>
                  {sort?.down ? '↓' : '↑'}
                </span>
              </button>
            ) : (
              column.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface RowProps<Row> {
  table: TableProps<Row>
  row: Row
  index: number
  measure?: (element: HTMLElement | null) => void
}

function TableRow<Row>({ table, row, index, measure }: RowProps<Row>) {
  const { columns, rowId, href, onOpen, selected, onSelect, tight } = table
  const id = rowId(row)
  const chosen = selected?.has(id) ?? false
  const choose = (on: boolean) =>
    onSelect?.(on ? new Set([...(selected ?? []), id]) : new Set([...(selected ?? [])].filter(other => other !== id)))
  const cell = cx('border-b border-line align-middle', tight ? 'py-1.5' : 'py-[.5625rem]')
  const opens = href || onOpen
  return (
    <tr
      ref={measure}
      data-row={id}
      data-index={index}
      aria-rowindex={measure && index + 2}
      aria-selected={selected && chosen}
      onClick={opens ? followRow : undefined}
      className={cx('has-focus-visible:bg-selected', chosen ? 'bg-selected' : 'hover:bg-hover', opens && 'cursor-pointer')}
    >
      {selected && (
        <td className={cx(cell, 'pe-3')}>
          <Checkbox aria-label={t('Choose')} checked={chosen} onChange={choose} />
        </td>
      )}
      {columns.map((column, i) => (
        <td key={column.id} className={cx(cell, cellClass(column))}>
          {i === 0 && opens ? (
            <TextLink look="open" href={href?.(row)} onPress={onOpen && (() => onOpen(row))} className="font-strong">
              {column.cell(row)}
            </TextLink>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

// A click beside the link counts as one on it, but not one on another control, and not the end of selecting text.
function followRow(event: MouseEvent<HTMLElement>): void {
  if ((event.target as Element).closest('a, button, input, label, [role=link]') || getSelection()?.toString()) return
  event.currentTarget.querySelector<HTMLElement>('td a[href], td [role=link]')?.click()
}

const Chosen = ({ n, actions, onClear }: { n: number; actions: ReactNode; onClear: () => void }) => (
  <div
    role="status"
    className="sticky bottom-0 flex flex-wrap items-center gap-4 bg-page pt-2.5 pb-2 text-small max-wide:bottom-16"
  >
    <b>{t('{n, plural, one {# chosen} other {# chosen}}', { n })}</b>
    {actions}
    <TextLink onPress={onClear} className="ms-auto">
      {t('Choose none')}
    </TextLink>
  </div>
)
