import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { pathNames } from '../unitTree.ts'
import { units } from './client.ts'

export interface UnitFieldProps {
  label: string
  hint?: string
  optional?: boolean
  value: string | null
  onChange: (id: string | null) => void
  /** Units that cannot be chosen: the unit itself and all below it. */
  except?: ReadonlySet<string>
}

/** One unit, found by typing; the way to it stands beside its name. */
export function UnitField({ label, hint, optional, value, onChange, except }: UnitFieldProps) {
  const { data, isPending } = useQuery(units.listUnits.query({ query: {} }))
  const names = pathNames(data?.items ?? [])
  const options = (data?.items ?? [])
    .filter(unit => !except?.has(unit.id))
    .map(unit => ({ id: unit.id, label: unit.name, detail: names.get(unit.id)!.slice(0, -1).join(' › ') }))
  return (
    <ComboBox
      key={isPending ? 'loading' : 'here'}
      label={label}
      hint={hint}
      optional={optional}
      options={options}
      value={value}
      onChange={onChange}
      loading={isPending}
      placeholder={t('Type a name')}
    />
  )
}
