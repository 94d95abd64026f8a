import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Icon } from '../Icon.tsx'
import { type Option, OptionList } from '../Option.tsx'
import { popoverClass } from '../optionClass.ts'

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly (Option & { id: Id })[]
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
}

/** One of a few. For many, or for a search, use ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const chosen = props.options.find(option => option.id === props.value)
  return (
    <AriaSelect
      {...fieldState(props)}
      className={fieldClass(props.className)}
      value={props.value}
      onChange={id => id !== null && props.onChange(id as Id)}
    >
      <FieldFrame {...props}>
        <Button
          className={cx(
            inputClass,
            'cursor-pointer data-disabled:cursor-not-allowed data-focus-visible:outline-2 data-focus-visible:outline-offset-2',
          )}
        >
          {chosen?.before}
          <SelectValue className={cx('min-w-0 flex-1 truncate', !chosen && 'text-ink-3')}>
            {chosen?.label ?? props.placeholder ?? t('Choose')}
          </SelectValue>
          <Icon name={props.disabledReason ? 'lock' : 'down'} className="text-ink-3" />
        </Button>
      </FieldFrame>
      <Popover offset={4} className={cx(popoverClass, 'min-w-(--trigger-width)')}>
        <OptionList options={props.options} />
      </Popover>
    </AriaSelect>
  )
}
