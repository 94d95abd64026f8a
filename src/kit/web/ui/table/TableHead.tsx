import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Checkbox } from '../form/Checkbox.tsx'
import { type Column, cellClass, type TableProps } from './tableParts.ts'

const head =
  'sticky top-13 z-2 border-b border-line-strong bg-page pb-2 pt-1 text-micro font-regular text-ink-3 align-bottom whitespace-nowrap max-wide:static'

export function TableHead<Row>(props: TableProps<Row>) {
  const { columns, rows, rowId, selected, onSelect, sort } = props
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
            {column.sortable && props.onSort ? (
              <SortButton column={column} table={props} />
            ) : (
              <span className={cx(column.headHidden && 'sr-only')}>{column.head}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortButton<Row>({ column, table: { sort, onSort } }: { column: Column<Row>; table: TableProps<Row> }) {
  const by = sort?.by === column.id
  // Figures are first asked for from the top, names from the beginning.
  const next = { by: column.id, down: by ? !sort.down : Boolean(column.num) }
  return (
    <button type="button" className="-my-1 min-h-6 py-1 hover:text-ink" onClick={() => onSort?.(next)}>
      {column.head}
      <span aria-hidden="true" className={cx('ms-1 inline-block', !by && 'invisible')}>
        {sort?.down ? '↓' : '↑'}
      </span>
    </button>
  )
}
