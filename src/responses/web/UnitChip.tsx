import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'
import { units } from './client.ts'

interface UnitChipProps {
  /** Id or key of a unit; '' = everywhere. */
  value: string
  onChange: (unit: string) => void
}

/** A unit with everything below it. Those who may not read the directory see which one is set, and can take it away. */
export function UnitChip({ value, onChange }: UnitChipProps) {
  const may = useMay('people.read')
  const all = useQuery({ ...units.listUnits.query({ query: {} }), enabled: may }).data?.items ?? []
  const name = all.find(({ id, key }) => id === value || key === value)?.name
  if (value) return <Chip label={t('Unit')} value={name ?? t('one')} onRemove={() => onChange('')} />
  if (all.length === 0) return null
  const above = new Map(all.map(unit => [unit.id, unit.name]))
  return (
    <Popover label={t('Unit')} trigger={<Chip icon="add" label={t('Unit')} />} className="w-72 max-w-full">
      {close => (
        <Choice
          options={all.map(({ id, name, parentId }) => ({ id, label: name, detail: parentId ? above.get(parentId) : undefined }))}
          onChange={unit => {
            onChange(unit)
            close()
          }}
        />
      )}
    </Popover>
  )
}

function Choice({
  options,
  onChange,
}: {
  options: { id: string; label: string; detail?: string }[]
  onChange: (id: string) => void
}) {
  const [text, setText] = useState('')
  const found = options.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase())).slice(0, 50)
  return (
    <ComboBox
      label={t('Unit')}
      hint={t('Everything below it counts too.')}
      options={found}
      search={text}
      onSearch={setText}
      value={null}
      onChange={id => id && onChange(id)}
    />
  )
}
