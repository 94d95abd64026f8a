import { DateRangePicker, Group, RangeCalendar } from 'react-aria-components'
import { dayLimits, toDay } from './DateField.tsx'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Month } from './Month.tsx'
import { MonthButton, MonthPopover, TypedDay } from './MonthPopover.tsx'

export interface DateRangeProps extends FieldProps {
  /** Two business days, both included. */
  value: { from: string; to: string } | null
  onChange: (range: { from: string; to: string } | null) => void
  min?: string
  max?: string
}

export function DateRange(props: DateRangeProps) {
  const { value, onChange } = props
  return (
    <DateRangePicker
      {...fieldState(props)}
      {...dayLimits(props)}
      className={fieldClass(props.className)}
      value={value && { start: toDay(value.from), end: toDay(value.to) }}
      onChange={range => onChange(range && { from: range.start.toString(), to: range.end.toString() })}
    >
      <FieldFrame {...props}>
        <Group className={inputClass}>
          <TypedDay slot="start" />
          <span aria-hidden="true" className="text-ink-3">
            –
          </span>
          <TypedDay slot="end" />
          <MonthButton />
        </Group>
      </FieldFrame>
      <MonthPopover>
        <RangeCalendar>
          <Month range />
        </RangeCalendar>
      </MonthPopover>
    </DateRangePicker>
  )
}
