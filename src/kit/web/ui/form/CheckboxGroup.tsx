import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components'
import { Checkbox } from './Checkbox.tsx'
import { type FieldProps, FieldFrame, fieldClass, fieldState } from './Field.tsx'
import type { Option } from '../Option.tsx'

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  options: readonly (Option & { id: Id })[]
  value: readonly Id[]
  onChange: (ids: Id[]) => void
}

/** Any number of a few. */
export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  return (
    <AriaCheckboxGroup
      {...fieldState(props)}
      className={fieldClass(props.className)}
      value={[...props.value]}
      onChange={ids => props.onChange(ids as Id[])}
    >
      <FieldFrame {...props}>
        <div className="flex flex-col items-start gap-1.5">
          {props.options.map(option => (
            <Checkbox key={option.id} value={option.id} hint={option.detail} disabledReason={option.disabledReason}>
              {option.label}
            </Checkbox>
          ))}
        </div>
      </FieldFrame>
    </AriaCheckboxGroup>
  )
}
