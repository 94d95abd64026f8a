import { Button, Group, Input, NumberField as AriaNumberField } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'

export interface NumberFieldProps extends FieldProps {
  value?: number | null
  defaultValue?: number
  /** null while the field is empty. */
  onChange?: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  /** As in Intl.NumberFormat: `{ style: 'unit', unit: 'hour' }`. */
  format?: Intl.NumberFormatOptions
}

export function NumberField(props: NumberFieldProps) {
  const { value, defaultValue, onChange, min, max, step, format, className } = props
  return (
    <AriaNumberField
      {...fieldState(props)}
      className={fieldClass(className)}
      value={value === null ? Number.NaN : value}
      defaultValue={defaultValue}
      onChange={onChange && (n => onChange(Number.isNaN(n) ? null : n))}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={format}
    >
      <FieldFrame {...props}>
        <Group className={inputClass}>
          <Input className="min-w-0 flex-1 self-stretch bg-transparent outline-none" />
          <Step slot="decrement" sign="−" />
          <Step slot="increment" sign="+" />
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}

const Step = ({ slot, sign }: { slot: 'increment' | 'decrement'; sign: string }) => (
  <Button
    slot={slot}
    aria-label={slot === 'increment' ? t('More') : t('Less')}
    className="grid size-6 place-items-center rounded-sm text-ink-2 hover:bg-hover data-disabled:text-ink-disabled pointer-coarse:size-9"
  >
    {sign}
  </Button>
)
