import type { Href } from '../../../paths.ts'
import type { ReactNode } from 'react'
import { cx } from '../../cx.ts'
import type { CursorList } from '../../list.ts'

export interface Column<Row> {
  id: string
  head: string
  /** Said by screen readers only. */
  headHidden?: boolean
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
  /** Best made once, outside the component: rows whose columns stay the same are not drawn again. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Where a row leads: its first cell becomes the link, a click anywhere in the row follows it. */
  href?: (row: Row) => Href
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

export const cellClass = <Row>(column: Column<Row>): string =>
  cx('pe-3 last:pe-0', column.num ? 'text-end whitespace-nowrap' : 'text-start', column.wide && 'max-wide:hidden')
