import type { DateValue } from '@internationalized/date'
import { Calendar, DatePicker as AriaDatePicker, Group } from 'react-aria-components'
import { type DateFieldProps, dayProps } from './DateField.tsx'
import { FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Month } from './Month.tsx'
import { MonthButton, MonthPopover, TypedDay } from './MonthPopover.tsx'

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
          <TypedDay />
          <MonthButton />
        </Group>
      </FieldFrame>
      <MonthPopover>
        <Calendar>
          <Month />
        </Calendar>
      </MonthPopover>
    </AriaDatePicker>
  )
}
