import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { people } from './client.ts'

export interface PersonFieldProps {
  label: string
  hint?: string
  optional?: boolean
  kind?: 'staff' | 'contact'
  /** Who is chosen now. */
  value: { id: string; name: string } | null
  onChange: (person: { id: string; name: string } | null) => void
  /** Who cannot be chosen: oneself. */
  except?: string
}

/** One person of the directory, found by typing. */
export function PersonField({ label, hint, optional, kind, value, onChange, except }: PersonFieldProps) {
  const [text, setText] = useState(value?.name ?? '')
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...people.listPeople.query({ query: { q: q === value?.name ? '' : q, kind, limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? [])
    .filter(person => person.id !== except)
    .map(person => ({ id: person.id, label: person.label, detail: person.units[0]?.name ?? person.email ?? undefined }))
  const choose = (id: string | null) => {
    const chosen = options.find(option => option.id === id)
    setText(chosen?.label ?? '')
    onChange(chosen ? { id: chosen.id, name: chosen.label } : null)
  }
  const search = (typed: string) => {
    setText(typed)
    if (typed === '' && value) onChange(null)
  }
  return (
    <ComboBox
      label={label}
      hint={hint}
      optional={optional}
      options={options}
      value={value?.id ?? null}
      onChange={id => id !== value?.id && choose(id)}
      search={text}
      onSearch={search}
      loading={found.isPending}
      placeholder={t('Type a name')}
    />
  )
}
