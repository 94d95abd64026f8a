import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { type FieldProps, FieldFrame, fieldClass, fieldState, inputClass } from './Field.tsx'

export interface TextAreaProps extends FieldProps {
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  rows?: number
  maxLength?: number
  autoFocus?: boolean
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
}

export function TextArea(props: TextAreaProps) {
  const { value, defaultValue, onChange, onBlur, placeholder, rows = 4, maxLength, autoFocus, lang, dir, className } = props
  return (
    <AriaTextField
      {...fieldState(props)}
      className={fieldClass(className)}
      {...{ value, defaultValue, onChange, onBlur, maxLength, autoFocus }}
    >
      <FieldFrame {...props}>
        <AriaTextArea rows={rows} placeholder={placeholder} lang={lang} dir={dir} className={cx(inputClass, 'block py-2')} />
      </FieldFrame>
    </AriaTextField>
  )
}
