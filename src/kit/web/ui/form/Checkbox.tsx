import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import { cx } from '../../cx.ts'

export interface CheckboxProps extends Pick<AriaCheckboxProps, 'name' | 'value' | 'slot' | 'aria-label' | 'isIndeterminate'> {
  checked?: boolean
  defaultChecked?: boolean
  onChange?: (checked: boolean) => void
  hint?: ReactNode
  disabledReason?: string | null | false
  className?: string
  children?: ReactNode
}

export function Checkbox({
  checked,
  defaultChecked,
  onChange,
  hint,
  disabledReason,
  className,
  children,
  ...rest
}: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      isSelected={checked}
      defaultSelected={defaultChecked}
      onChange={onChange}
      isDisabled={Boolean(disabledReason)}
      className={cx(
        'group inline-flex items-start gap-2 cursor-pointer data-disabled:cursor-not-allowed outline-none pointer-coarse:py-2',
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <CheckBoxSquare on={isSelected} some={isIndeterminate} />
          {children && (
            <span>
              {children}
              {(disabledReason || hint) && <span className="block text-small text-ink-3">{disabledReason || hint}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}

const CheckBoxSquare = ({ on, some }: { on: boolean; some: boolean }) => (
  <span
    className={cx(
      'mt-0.5 grid size-4 flex-none place-items-center rounded-[4px] border text-on-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 outline-[var(--focus)] group-data-disabled:border-line-strong group-data-disabled:bg-sunken group-data-disabled:text-ink-3',
      on || some ? 'border-accent bg-accent' : 'border-control bg-page',
    )}
  >
    <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      {some ? <path d="M1.5 5h7" /> : on && <path d="m1.5 5.3 2.2 2.2 4.8-5" />}
    </svg>
  </span>
)
