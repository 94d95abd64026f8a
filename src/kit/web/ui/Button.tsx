import { type ReactNode, useId } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Spinner } from './Spinner.tsx'

export interface ButtonLook {
  /** `main` once a page. */
  variant?: 'main' | 'plain' | 'quiet' | 'danger'
  size?: 'small'
  icon?: IconName
  /** With an icon and no children, the name of the button: it is then a square. */
  label?: string
  /** The key that does the same, shown on the button. */
  kbd?: string
  children?: ReactNode
}

export interface ButtonProps
  extends ButtonLook,
    Pick<
      AriaButtonProps,
      | 'onPress'
      | 'type'
      | 'form'
      | 'autoFocus'
      | 'slot'
      | 'aria-describedby'
      | 'aria-expanded'
      | 'aria-pressed'
      | 'excludeFromTabOrder'
    > {
  /** Why this cannot be done now. The button stays in its place and can be reached; the reason stands beside it. */
  disabledReason?: string | null | false
  /** At work: true, or what is being done (“Importing 412 of 1,200”). */
  busy?: boolean | string
  className?: string
}

export function Button({
  disabledReason,
  busy,
  className,
  onPress,
  variant,
  size,
  icon,
  label,
  kbd,
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const look: ButtonLook = { variant, size, icon, label, kbd, children }
  if (disabledReason) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">
        <button
          type="button"
          aria-disabled="true"
          aria-describedby={reasonId}
          aria-label={label}
          className={cx(buttonClass(look), className)}
        >
          <ButtonInside {...look} />
        </button>
        <span id={reasonId} className="text-small text-ink-2">
          {disabledReason}
        </span>
      </span>
    )
  }
  return (
    <AriaButton
      {...rest}
      onPress={onPress}
      isPending={Boolean(busy)}
      aria-label={label}
      className={cx(buttonClass(look), className)}
    >
      {busy && <Spinner />}
      {busy && typeof busy === 'string' ? busy : <ButtonInside {...look} icon={busy ? undefined : icon} />}
    </AriaButton>
  )
}

export function ButtonInside({ icon, label, kbd, children, size }: ButtonLook) {
  return (
    <>
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {!icon && !children && label}
      {children}
      {kbd && <Kbd>{kbd}</Kbd>}
    </>
  )
}

const base =
  'inline-flex flex-none items-center justify-center gap-1.5 rounded-md border font-strong whitespace-nowrap transition-colors duration-(--fast) ease-calm select-none no-underline'
const looks = {
  main: 'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover',
  plain: 'border-line-strong bg-page text-ink hover:bg-hover',
  quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'border-line-strong bg-page text-bad hover:bg-bad-tint',
}
const off =
  'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-disabled aria-disabled:hover:bg-sunken data-pending:text-ink-2 data-pending:cursor-progress'

export function buttonClass({ variant = 'plain', size, icon, children }: ButtonLook): string {
  const square = icon && !children
  const height = size === 'small' ? 'h-7 pointer-coarse:h-10 text-small' : 'h-control'
  const width = square ? (size === 'small' ? 'w-7 pointer-coarse:w-10' : 'w-control') : size === 'small' ? 'px-2' : 'px-3'
  return cx(base, looks[variant], height, width, off)
}
