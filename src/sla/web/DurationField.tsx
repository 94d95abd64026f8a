import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { NumberField } from '../../kit/web/ui/form/NumberField.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'

export interface DurationFieldProps {
  label: string
  labelHidden?: boolean
  hint?: string
  /** Working minutes; null while nothing is promised. */
  value: number | null
  onChange: (minutes: number | null) => void
}

const units = { minutes: 1, hours: 60 } as const
type DurationUnit = keyof typeof units

/** A length of working time: a number and its unit. */
export function DurationField({ label, labelHidden, hint, value, onChange }: DurationFieldProps) {
  const [unit, setUnit] = useState<DurationUnit>(value !== null && value % 60 !== 0 ? 'minutes' : 'hours')
  return (
    <div className="flex flex-wrap items-end gap-2">
      <NumberField
        label={label}
        labelHidden={labelHidden}
        hint={hint}
        value={value === null ? null : value / units[unit]}
        onChange={n => onChange(n === null ? null : n * units[unit])}
        min={0}
        className="w-80 max-w-full"
      />
      <Select
        label={t('Unit of “{label}”', { label })}
        labelHidden
        options={[
          { id: 'minutes', label: t('working minutes') },
          { id: 'hours', label: t('working hours') },
        ]}
        value={unit}
        onChange={next => {
          // The number stays, its meaning changes: whoever typed 2 and meant hours need not type again.
          if (value !== null) onChange((value / units[unit]) * units[next])
          setUnit(next)
        }}
        className="w-44"
      />
    </div>
  )
}
