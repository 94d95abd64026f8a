import { parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment } from 'react-aria-components'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'

export interface DateFieldProps extends FieldProps {
  /** A business day, as `2026-03-19`. */
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
}

/** A day that one knows by heart and types: a birthday, the start of employment. */
export function DateField(props: DateFieldProps) {
  return (
    <AriaDateField {...fieldState(props)} {...dayProps(props)} className={fieldClass(props.className)}>
      <FieldFrame {...props}>
        <DateInput className={inputClass}>{segment => <DateSegment segment={segment} className={segmentClass} />}</DateInput>
      </FieldFrame>
    </AriaDateField>
  )
}

export const segmentClass =
  'rounded-sm px-0.5 outline-none data-placeholder:text-ink-3 data-focused:bg-accent data-focused:text-on-accent data-[type=literal]:px-0 data-[type=literal]:text-ink-3'

export const toDay = parseDate

export const dayLimits = ({ min, max }: { min?: string; max?: string }) => ({
  minValue: min ? toDay(min) : undefined,
  maxValue: max ? toDay(max) : undefined,
})

export const dayProps = ({ value, onChange, min, max }: DateFieldProps) => ({
  value: value ? toDay(value) : null,
  onChange: (date: { toString(): string } | null) => onChange(date?.toString() ?? null),
  ...dayLimits({ min, max }),
})
