import { t } from '../../i18n.ts'
import { CheckboxGroup } from '../ui/form/CheckboxGroup.tsx'
import { Select } from '../ui/form/Select.tsx'
import type { ImportKind } from './importKind.ts'

export interface ColumnMapProps {
  kind: ImportKind
  header: readonly string[]
  /** The first lines, to see what a column holds. */
  rows: readonly (readonly string[])[]
  /** Our field → their column. */
  map: Record<string, string>
  onChange: (map: Record<string, string>) => void
}

const none = '—'

/** Says for each of our fields which column of the file holds it; what is left may become segments. */
export function ColumnMap({ kind, header, rows, map, onChange }: ColumnMapProps) {
  const examples = (column: string | undefined) => {
    const at = column === undefined ? -1 : header.indexOf(column)
    return at < 0 ? '' : [...new Set(rows.map(row => row[at] ?? '').filter(Boolean))].slice(0, 3).join(' · ')
  }
  const set = (field: string, column: string | null) => {
    const { [field]: _, ...rest } = map
    onChange(column === null || column === none ? rest : { ...rest, [field]: column })
  }
  const used = new Set(Object.entries(map).flatMap(([field, column]) => (field.startsWith('segment.') ? [] : [column])))
  const spare = header.filter(column => column.trim() !== '' && !used.has(column))
  const asSegments = Object.entries(map).flatMap(([field, column]) => (field.startsWith('segment.') ? [column] : []))
  const takeSegments = (columns: string[]) =>
    onChange({
      ...Object.fromEntries(Object.entries(map).filter(([field]) => !field.startsWith('segment.'))),
      ...Object.fromEntries(columns.map(column => [`segment.${column.replace(/^segment\./i, '')}`, column])),
    })
  return (
    <div className="mb-4 flex flex-col gap-4">
      <ul className="flex flex-col gap-3">
        {kind.fields.map(field => (
          <li key={field.id} className="grid grid-cols-[14rem_minmax(0,1fr)] items-end gap-x-4 gap-y-1 max-wide:grid-cols-1">
            <Select
              label={field.label}
              options={[
                { id: none, label: t('Not in this file') },
                ...header.filter(Boolean).map(column => ({ id: column, label: column })),
              ]}
              value={map[field.id] ?? none}
              onChange={column => set(field.id, column)}
            />
            <span className="min-w-0 truncate pb-2 text-small text-ink-3 max-wide:pb-0">
              {examples(map[field.id]) || field.hint}
            </span>
          </li>
        ))}
      </ul>
      {kind.segments && spare.length > 0 && (
        <CheckboxGroup
          label={t('Take as segments')}
          hint={t('To filter people and compare results by.')}
          options={spare.map(column => ({ id: column, label: column, detail: examples(column) }))}
          value={asSegments}
          onChange={takeSegments}
        />
      )}
    </div>
  )
}
