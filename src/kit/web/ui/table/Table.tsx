import type { ReactNode } from 'react'
import { t } from '../../../i18n.ts'
import { Pagination } from './Pagination.tsx'
import { TableBody } from './TableBody.tsx'
import { TableHead } from './TableHead.tsx'
import { TextLink } from '../TextLink.tsx'
import type { TableProps } from './tableParts.ts'

export type { Column, Sort, TableProps } from './tableParts.ts'

/** Rows that can be sorted, chosen, walked through with j and k, and opened; of any length. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, rows, more, selected, onSelect } = props
  return (
    <div>
      <div className="overflow-x-auto wide:overflow-visible">
        <table aria-label={label} aria-rowcount={more?.hasMore ? -1 : rows.length + 1} className="w-full border-collapse">
          <TableHead {...props} />
          <TableBody {...props} />
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
