import type { Href } from '../../../paths.ts'
import { type MouseEvent, memo } from 'react'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { TextLink } from '../TextLink.tsx'
import { type Column, cellClass } from './tableParts.ts'

export interface RowProps<Row> {
  row: Row
  id: string
  index: number
  columns: readonly Column<Row>[]
  href?: Href
  opens: boolean
  /** undefined: rows of this table are not chosen. */
  chosen?: boolean
  tight?: boolean
  measure?: (element: HTMLElement | null) => void
  /** The same object at every drawing. */
  act: { open: (row: Row) => void; choose: (id: string, on: boolean) => void }
}

function Cells<Row>({ row, id, index, columns, href, opens, chosen, tight, measure, act }: RowProps<Row>) {
  const cell = cx('border-b border-line align-middle', tight ? 'py-1.5' : 'py-[.5625rem]')
  return (
    <tr
      ref={measure}
      data-row={opens || chosen !== undefined ? id : undefined}
      data-index={index}
      aria-rowindex={measure && index + 2}
      aria-selected={chosen}
      onClick={opens ? follow : undefined}
      className={cx('has-focus-visible:bg-selected', chosen ? 'bg-selected' : 'hover:bg-hover', opens && 'cursor-pointer')}
    >
      {chosen !== undefined && (
        <td className={cx(cell, 'pe-3')}>
          <input
            type="checkbox"
            aria-label={t('Choose')}
            checked={chosen}
            onChange={event => act.choose(id, event.target.checked)}
            className={box}
          />
        </td>
      )}
      {columns.map((column, i) => (
        <td key={column.id} className={cx(cell, cellClass(column))}>
          {i === 0 && opens ? (
            <TextLink look="open" href={href} onPress={href ? undefined : () => act.open(row)} className="font-strong">
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

// While one scrolls, rows come and go by the hundred: only the new ones are drawn.
export const TableRow = memo(Cells) as typeof Cells

// The look of Checkbox without its machinery: there may be one in each of 10,000 rows.
const box =
  'block size-4 cursor-pointer appearance-none rounded-[4px] border border-control bg-page checked:border-accent checked:bg-accent after:mx-auto after:mt-px after:hidden after:h-2.5 after:w-1.5 after:rotate-45 after:border-e-2 after:border-b-2 after:border-on-accent checked:after:block'

// A click beside the link counts as one on it, but not one on another control, and not the end of selecting text.
function follow(event: MouseEvent<HTMLElement>): void {
  if ((event.target as Element).closest('a, button, input, label, [role=link]') || getSelection()?.toString()) return
  event.currentTarget.querySelector<HTMLElement>('td a[href], td [role=link]')?.click()
}
