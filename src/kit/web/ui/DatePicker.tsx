import type { DateValue } from '@internationalized/date'
import {
  Button,
  Calendar,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components'
import { cx } from '../cx.ts'
import { type DateFieldProps, dayProps, segmentClass } from './DateField.tsx'
import { FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { Month } from './Month.tsx'
import { popoverClass } from './Option.tsx'

export interface DatePickerProps extends DateFieldProps {
  /** Days that cannot be chosen are struck through; say why in the hint (“Struck through: closed in Kelby”). */
  closed?: (day: string) => boolean
}

/** A day one looks up: typed, or chosen from the month. */
export function DatePicker(props: DatePickerProps) {
  const { closed } = props
  return (
    <AriaDatePicker
      {...fieldState(props)}
      {...dayProps(props)}
      isDateUnavailable={closed && ((date: DateValue) => closed(date.toString()))}
      className={fieldClass(props.className)}
    >
      <FieldFrame {...props}>
        <Group className={inputClass}>
          <DateInput className="flex min-w-0 flex-1 items-center">
            {segment => <DateSegment segment={segment} className={segmentClass} />}
          </DateInput>
          <Button className="grid size-6 place-items-center rounded-sm text-ink-3">
            <Icon name="calendar" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} className={cx(popoverClass, 'p-3')}>
        <Dialog className="outline-none">
          <Calendar>
            <Month />
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}
