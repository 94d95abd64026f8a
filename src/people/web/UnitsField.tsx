import { useQuery } from '@tanstack/react-query'
import type { UnitsFieldProps } from '../../accounts/web/unitsField.ts'
import { t } from '../../kit/i18n.ts'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { units } from './client.ts'
import { UnitField } from './UnitField.tsx'

/** Several units, each with all below it; none chosen = the whole organisation. */
export function UnitsField({ label, hint, value, onChange }: UnitsFieldProps) {
  const { data } = useQuery(units.listUnits.query({ query: {} }))
  const chosen = value ?? []
  const nameOf = (id: string) => data?.items.find(unit => unit.id === id)?.name ?? '…'
  const drop = (id: string) => {
    const rest = chosen.filter(one => one !== id)
    onChange(rest.length ? rest : null)
  }
  return (
    <div className="grid gap-2">
      <UnitField
        key={chosen.length}
        label={label}
        hint={hint}
        optional
        value={null}
        except={new Set(chosen)}
        onChange={id => id && onChange([...chosen, id])}
      />
      <span className="flex flex-wrap gap-1.5">
        {chosen.length === 0 && <span className="text-small text-ink-2">{t('The whole organisation')}</span>}
        {chosen.map(id => (
          <Tag key={id} name={nameOf(id)} onRemove={() => drop(id)}>
            {nameOf(id)}
          </Tag>
        ))}
      </span>
    </div>
  )
}
