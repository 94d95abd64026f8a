import { useEffect, useRef } from 'react'
import { Button, ComboBox as AriaComboBox, Group, Input, Popover } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { Icon } from '../Icon.tsx'
import { type Option, OptionList } from '../Option.tsx'
import { popoverClass } from '../optionClass.ts'

export interface ComboBoxProps extends FieldProps {
  options: readonly Option[]
  value: string | null
  onChange: (id: string | null) => void
  placeholder?: string
  /** With onSearch the server finds the options; without, what is typed narrows those given. */
  onSearch?: (text: string) => void
  search?: string
  /** Keeps what was typed although it is none of the options. */
  onCustom?: (text: string) => void
  loading?: boolean
}

/** One of many, found by typing. */
export function ComboBox(props: ComboBoxProps) {
  const { options, value, onChange, placeholder, onSearch, search, onCustom, loading } = props
  const field = useRef<HTMLDivElement>(null)
  const around = usePageBeside(field)
  return (
    <AriaComboBox
      ref={field}
      onOpenChange={around}
      {...fieldState(props)}
      className={fieldClass(props.className)}
      {...(onSearch ? { items: options, inputValue: search, onInputChange: onSearch } : { defaultItems: options })}
      value={value}
      onChange={id => onChange(id as string | null)}
      allowsCustomValue={Boolean(onCustom)}
      onBlur={event => onCustom?.((event.target as HTMLInputElement).value)}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <FieldFrame {...props}>
        <Group className={inputClass}>
          <Input placeholder={placeholder} className="min-w-0 flex-1 self-stretch bg-transparent outline-none" />
          <Button className="grid size-6 place-items-center rounded-sm text-ink-3">
            <Icon name="down" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover offset={4} className={cx(popoverClass, 'min-w-(--trigger-width)')}>
        <section aria-label={props.label}>
          <OptionList empty={loading ? t('Searching') : undefined} />
        </section>
      </Popover>
    </AriaComboBox>
  )
}

/**
 * react-aria hides all but the choices from screen readers while they are open, though the keyboard still reaches it. It leaves alone
 * what is marked as a top layer: so is the page, or the dialog, that the field stands in.
 */
function usePageBeside(field: { current: Element | null }): (open: boolean) => void {
  const marked = useRef<Element | null>(null)
  useEffect(() => () => marked.current?.removeAttribute(TOP_LAYER), [])
  return open => {
    marked.current?.removeAttribute(TOP_LAYER)
    marked.current = open ? (field.current?.closest('[role=dialog], #root') ?? null) : null
    marked.current?.setAttribute(TOP_LAYER, '')
  }
}

const TOP_LAYER = 'data-react-aria-top-layer'
