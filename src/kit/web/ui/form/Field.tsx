import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'
import { Sign } from '../Sign.tsx'

export interface FieldProps {
  label: string
  /** Keeps the label for screen readers only, where the place says it already (a search above its list). */
  labelHidden?: boolean
  /** What this is for; stands under the field. */
  hint?: ReactNode
  /** What is wrong with this value, with the likely right one. */
  error?: string | null | false
  /** Most fields are needed; say it where one is not. */
  optional?: boolean
  name?: string
  /** Why it cannot be changed: stands in place of the hint. */
  disabledReason?: string | null | false
  className?: string
}

export const inputClass =
  'flex w-full min-h-control items-center gap-2 rounded-md border border-control bg-page px-2.5 text-start text-ink placeholder:text-ink-3 data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-3 data-invalid:border-bad data-invalid:inset-ring data-invalid:inset-ring-[var(--bad)] outline-none data-focus-within:outline-2 data-focus-within:outline-offset-2 data-focused:outline-2 data-focused:outline-offset-2 focus:outline-2 focus:outline-offset-2 outline-[var(--focus)]'

/** What every field has: its label above, then the control, then the hint or the error. Goes inside a react-aria field. */
export function FieldFrame({
  label,
  labelHidden,
  hint,
  error,
  optional,
  disabledReason,
  children,
}: FieldProps & { children: ReactNode }) {
  const below = disabledReason || hint
  return (
    <>
      <Label className={cx('block font-strong', labelHidden && 'sr-only')}>
        {label}
        {optional && <span className="font-regular text-ink-3"> {t('optional')}</span>}
      </Label>
      {children}
      {below && !error && (
        <Text slot="description" className="block text-small text-ink-3">
          {below}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-small text-bad">
        {({ validationErrors }) => (
          <>
            <span className="mt-0.5">
              <Sign kind="late" />
            </span>
            <span>{error || validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}

export const fieldClass = (className?: string) => cx('flex min-w-0 flex-col gap-1', className)

/** The props of a react-aria field that follow from ours. */
export const fieldState = ({ error, disabledReason, optional, name }: FieldProps) => ({
  name,
  isInvalid: Boolean(error),
  isDisabled: Boolean(disabledReason),
  isRequired: false,
  validationBehavior: 'aria' as const,
  'data-optional': optional || undefined,
})
