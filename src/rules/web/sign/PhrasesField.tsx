import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { Chosen, type ListFieldProps } from './ThemesField.tsx'

/** Words as they stand in the comment, whole words only; one of the phrases is enough. */
export function PhrasesField({ value, onChange }: ListFieldProps) {
  const [text, setText] = useState('')
  const phrase = text.trim()
  const add = () => {
    if (!value.includes(phrase)) onChange([...value, phrase])
    setText('')
  }
  return (
    <form
      className="grid gap-1.5"
      onSubmit={event => {
        event.preventDefault()
        if (phrase) add()
      }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
        <TextField
          label={t('Says one of these phrases')}
          optional
          value={text}
          onChange={setText}
          maxLength={100}
          placeholder={t('never again')}
        />
        <Button type="submit" disabledReason={!phrase && ' '}>
          {t('Add')}
        </Button>
      </div>
      <Chosen value={value} onChange={onChange} />
    </form>
  )
}
