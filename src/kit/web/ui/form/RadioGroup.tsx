import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { type FieldProps, FieldFrame, fieldClass, fieldState } from './Field.tsx'
import type { Option } from '../Option.tsx'

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly (Option & { id: Id })[]
  value: Id | null
  onChange: (id: Id) => void
  /** Side by side where there is room. */
  row?: boolean
}

/** One of a few, all in view. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      {...fieldState(props)}
      className={fieldClass(props.className)}
      value={props.value}
      onChange={id => props.onChange(id as Id)}
    >
      <FieldFrame {...props}>
        <div className={cx('flex', props.row ? 'flex-wrap gap-x-5 gap-y-1.5' : 'flex-col items-start gap-1.5')}>
          {props.options.map(option => (
            <RadioItem key={option.id} option={option} />
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}

const RadioItem = ({ option }: { option: Option }) => (
  <Radio
    value={option.id}
    isDisabled={Boolean(option.disabledReason)}
    className="group inline-flex cursor-pointer items-start gap-2 outline-none data-disabled:cursor-not-allowed pointer-coarse:py-2"
  >
    <span className="mt-0.5 size-4 flex-none rounded-full border border-control bg-page outline-[var(--focus)] group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-selected:border-accent group-data-selected:inset-ring-4 group-data-selected:inset-ring-[var(--accent)] group-data-disabled:bg-sunken" />
    <span>
      {option.label}
      {(option.disabledReason || option.detail) && (
        <span className="block text-small text-ink-3">{option.disabledReason || option.detail}</span>
      )}
    </span>
  </Radio>
)
