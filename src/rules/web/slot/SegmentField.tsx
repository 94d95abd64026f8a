import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { people } from '../../../people/web/client.ts'

interface Segment {
  key: string
  value: string
}

interface SegmentFieldProps {
  label: string
  hint?: string
  value: Segment | undefined
  onChange: (segment: Segment | undefined) => void
}

/** A segment that people have, such as “plan: gold”. */
export function SegmentField({ label, hint, value, onChange }: SegmentFieldProps) {
  const words = ({ key, value }: Segment) => `${key}: ${value}`
  const [text, setText] = useState(value ? words(value) : '')
  const may = useMay('people.read')
  const known = useQuery({ ...people.listSegments.query(), enabled: may })
  const all = (known.data?.items ?? []).flatMap(({ key, values }) => values.map(value => ({ key, value })))
  const typed = value && text === words(value) ? '' : text.trim().toLowerCase()
  const search = (text: string) => {
    setText(text)
    if (text === '' && value) onChange(undefined)
  }
  return (
    <ComboBox
      label={label}
      hint={hint}
      optional
      options={all
        .filter(segment => words(segment).toLowerCase().includes(typed))
        .slice(0, 50)
        .map(segment => ({ id: JSON.stringify([segment.key, segment.value]), label: words(segment) }))}
      value={value ? JSON.stringify([value.key, value.value]) : null}
      onChange={id => {
        if (id === null) return
        const [key, value] = JSON.parse(id) as [string, string]
        setText(words({ key, value }))
        onChange({ key, value })
      }}
      search={text}
      onSearch={search}
      loading={may && known.isPending}
      placeholder={t('Type a segment')}
    />
  )
}
