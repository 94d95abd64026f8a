import { Input, TextField } from 'react-aria-components'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'
import { cx } from '../../cx.ts'

export interface CodeFieldProps extends FieldProps {
  value: string
  onChange: (code: string) => void
  /** Called with the sixth digit, so that nobody needs to press a button. */
  onComplete?: (code: string) => void
  length?: number
  autoFocus?: boolean
}

/** The digits of an authenticator app. One field, so that pasting and password managers work. */
export function CodeField(props: CodeFieldProps) {
  const { value, onChange, onComplete, length = 6, autoFocus, className } = props
  const take = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, length)
    onChange(digits)
    if (digits.length === length && digits !== value) onComplete?.(digits)
  }
  return (
    <TextField {...fieldState(props)} value={value} onChange={take} autoFocus={autoFocus} className={fieldClass(className)}>
      <FieldFrame {...props}>
        <Input
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder={'·'.repeat(length)}
          className={cx(inputClass, 'w-44 font-mono text-title tracking-[.3em]')}
        />
      </FieldFrame>
    </TextField>
  )
}
