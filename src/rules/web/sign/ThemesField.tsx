import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { comments } from '../../../comments/web/client.ts'
import { t } from '../../../kit/i18n.ts'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'

export interface ListFieldProps {
  value: readonly string[]
  onChange: (value: string[]) => void
}

/** Themes by name; one of them is enough. */
export function ThemesField({ value, onChange }: ListFieldProps) {
  const [text, setText] = useState('')
  const may = useMay('comments.read')
  const all = useQuery({ ...comments.listThemes.query(), enabled: may })
  const typed = text.trim().toLowerCase()
  const options = (all.data?.items ?? [])
    .filter(({ retired, name }) => !retired && !value.includes(name) && name.toLowerCase().includes(typed))
    .map(({ name }) => ({ id: name, label: name }))
  const add = (name: string | null) => {
    if (name === null) return
    setText('')
    onChange([...value, name])
  }
  return (
    <div className="grid gap-1.5">
      <ComboBox
        label={t('About one of these themes')}
        optional
        options={options}
        value={null}
        onChange={add}
        search={text}
        onSearch={setText}
        loading={may && all.isPending}
        placeholder={t('Add a theme')}
      />
      <Chosen value={value} onChange={onChange} />
    </div>
  )
}

/** What was chosen, to be taken away again. */
export const Chosen = ({ value, onChange }: ListFieldProps) =>
  value.length > 0 && (
    <ul className="flex flex-wrap gap-1.5">
      {value.map(one => (
        <li key={one}>
          <Tag name={one} onRemove={() => onChange(value.filter(other => other !== one))}>
            {one}
          </Tag>
        </li>
      ))}
    </ul>
  )
