import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import { cx } from '../../cx.ts'

export interface SwitchProps {
  checked: boolean
  onChange: (on: boolean) => void
  hint?: ReactNode
  disabledReason?: string | null | false
  className?: string
  children: ReactNode
}

/** On or off at once, without a Save. */
export function Switch({ checked, onChange, hint, disabledReason, className, children }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={checked}
      onChange={onChange}
      isDisabled={Boolean(disabledReason)}
      className={cx(
        'group inline-flex cursor-pointer items-start gap-2 outline-none data-disabled:cursor-not-allowed pointer-coarse:py-2',
        className,
      )}
    >
      <span className="relative mt-px h-[1.125rem] w-8 flex-none rounded-full border border-control bg-page outline-[var(--focus)] group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:border-line-strong group-data-disabled:bg-sunken">
        <span className="absolute inset-y-0.5 start-0.5 size-3 rounded-full bg-control transition-[inset-inline-start] duration-(--fast) ease-calm group-data-selected:start-4 group-data-selected:bg-on-accent group-data-disabled:bg-line-strong" />
      </span>
      <span>
        {children}
        {(disabledReason || hint) && <span className="block text-small text-ink-3">{disabledReason || hint}</span>}
      </span>
    </AriaSwitch>
  )
}
