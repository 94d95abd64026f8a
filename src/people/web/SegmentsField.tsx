import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'

export interface SegmentsFieldProps {
  value: Record<string, string>
  onChange: (segments: Record<string, string>) => void
}

/** Any key → value by which people are filtered and results compared: plan → gold. */
export function SegmentsField({ value, onChange }: SegmentsFieldProps) {
  const [key, setKey] = useState('')
  const [word, setWord] = useState('')
  const add = () => {
    onChange({ ...value, [key.trim()]: word.trim() })
    setKey('')
    setWord('')
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-strong">{t('Segments')}</legend>
      {Object.keys(value).length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {Object.entries(value).map(([name, one]) => (
            <li key={name}>
              <Tag
                name={name}
                onRemove={() => onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))}
              >
                {`${name}: ${one}`}
              </Tag>
            </li>
          ))}
        </ul>
      )}
      <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 max-wide:grid-cols-1">
        <TextField label={t('What')} value={key} onChange={setKey} placeholder={t('plan')} maxLength={60} optional />
        <TextField label={t('Which')} value={word} onChange={setWord} placeholder={t('gold')} maxLength={200} optional />
        <Button onPress={add} disabledReason={(!key.trim() || !word.trim()) && ' '}>
          {t('Add')}
        </Button>
      </div>
    </fieldset>
  )
}
