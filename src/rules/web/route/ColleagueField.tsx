import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { people } from '../../../people/web/client.ts'

/** One colleague, found by typing. Rules name people by their e-mail address. */
export function ColleagueField({ value, onChange }: { value: string; onChange: (email: string) => void }) {
  const [text, setText] = useState(value)
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...people.listPeople.query({ query: { q, kind: 'staff', limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map(({ id, email, label, units }) => ({
    id: email?.toLowerCase() ?? id,
    label,
    detail: units[0]?.name,
    disabledReason: !email && t('has no e-mail address'),
  }))
  const search = (typed: string) => {
    setText(typed)
    if (typed === '' && value) onChange('')
  }
  const choose = (email: string | null) => {
    const chosen = options.find(({ id }) => id === email)
    if (!chosen || chosen.id === value) return
    setText(chosen.label)
    onChange(chosen.id)
  }
  return (
    <ComboBox
      label={t('Colleague')}
      options={options}
      value={value || null}
      onChange={choose}
      search={text}
      onSearch={search}
      loading={found.isPending}
      placeholder={t('Type a name')}
    />
  )
}
