import { parseDate } from '@internationalized/date'
import { Button, DateInput, DateRangePicker, DateSegment, Dialog, Group, Popover, RangeCalendar } from 'react-aria-components'
import { cx } from '../cx.ts'
import { segmentClass } from './DateField.tsx'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Month } from './Month.tsx'
import { popoverClass } from './Option.tsx'

export interface DateRangeProps extends FieldProps {
  /** Two business days, both included. */
  value: { from: string; to: string } | null
  onChange: (range: { from: string; to: string } | null) => void
  min?: string
  max?: string
}

export function DateRange(props: DateRangeProps) {
  const { value, onChange, min, max, className } = props
  return (
    <DateRangePicker
      {...fieldState(props)}
      className={fieldClass(className)}
      value={value && { start: parseDate(value.from), end: parseDate(value.to) }}
      onChange={range => onChange(range && { from: range.start.toString(), to: range.end.toString() })}
      minValue={min ? parseDate(min) : undefined}
      maxValue={max ? parseDate(max) : undefined}
    >
      <FieldFrame {...props}>
        <Group className={inputClass}>
          <Side slot="start" />
          <span aria-hidden="true" className="text-ink-3">
            –
          </span>
          <Side slot="end" />
          <Button className="ms-auto grid size-6 place-items-center rounded-sm text-ink-3">
            <Icon name="calendar" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} className={cx(popoverClass, 'p-3')}>
        <Dialog className="outline-none">
          <RangeCalendar>
            <Month range />
          </RangeCalendar>
        </Dialog>
      </Popover>
    </DateRangePicker>
  )
}

const Side = ({ slot }: { slot: 'start' | 'end' }) => (
  <DateInput slot={slot} className="flex items-center">
    {segment => <DateSegment segment={segment} className={segmentClass} />}
  </DateInput>
)
