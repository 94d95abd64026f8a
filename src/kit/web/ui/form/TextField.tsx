import type { ReactNode } from 'react'
import { Input, type InputProps, TextField as AriaTextField } from 'react-aria-components'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'

export interface TextFieldProps
  extends FieldProps,
    Pick<InputProps, 'placeholder' | 'autoComplete' | 'inputMode' | 'maxLength' | 'autoFocus' | 'spellCheck' | 'lang' | 'dir'> {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'email' | 'password' | 'url' | 'tel'
  /** Stands inside the field, before or after the text. */
  before?: ReactNode
  after?: ReactNode
}

export function TextField(props: TextFieldProps) {
  const { value, defaultValue, onChange, onBlur, type, before, after, className, autoFocus, maxLength, ...rest } = props
  const input = {
    placeholder: rest.placeholder,
    autoComplete: rest.autoComplete,
    inputMode: rest.inputMode,
    spellCheck: rest.spellCheck,
    lang: rest.lang,
    dir: rest.dir,
  }
  return (
    <AriaTextField
      {...fieldState(props)}
      className={fieldClass(className)}
      {...{ value, defaultValue, onChange, onBlur, type, autoFocus, maxLength }}
    >
      <FieldFrame {...props}>
        {before || after ? (
          <div className={inputClass.replaceAll('focus:', 'focus-within:')}>
            {before}
            <Input {...input} className="min-w-0 flex-1 self-stretch bg-transparent outline-none" />
            {after}
          </div>
        ) : (
          <Input {...input} className={inputClass} />
        )}
      </FieldFrame>
    </AriaTextField>
  )
}
