import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'

export interface SegmentedProps<Id extends string> {
  /** What is chosen between, for screen readers. */
  label: string
  options: readonly { id: Id; label: string; icon?: IconName }[]
  value: Id
  onChange: (id: Id) => void
  className?: string
}

/** A view of the same thing: month, week or day. */
export function Segmented<Id extends string>({ label, options, value, onChange, className }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={keys => onChange([...keys][0] as Id)}
      className={cx('inline-flex max-w-full flex-none rounded-md border border-line-strong', className)}
    >
      {options.map(option => (
        <ToggleButton
          key={option.id}
          id={option.id}
          className="inline-flex h-[calc(var(--control-h)-2px)] flex-none items-center gap-1.5 border-line px-2.5 whitespace-nowrap text-ink-2 not-first:border-s first:rounded-s-[5px] last:rounded-e-[5px] hover:bg-hover data-selected:bg-selected data-selected:font-strong data-selected:text-ink data-focus-visible:z-1"
        >
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
