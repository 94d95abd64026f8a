import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { sla } from '../../../sla/web/client.ts'
import type { StepWhen } from '../../../routing/route.ts'
import { SegmentField } from '../slot/SegmentField.tsx'

export interface StepWhenFieldsProps {
  value: StepWhen
  onChange: (when: StepWhen) => void
  locales: readonly string[]
}

/** For whom and when a step is meant; everybody at any time where nothing is chosen. */
export function StepWhenFields({ value, onChange, locales }: StepWhenFieldsProps) {
  const [open, setOpen] = useState(Object.keys(value).length > 0)
  if (!open)
    return (
      <p className="text-small">
        <TextLink onPress={() => setOpen(true)}>{t('Only for some customers, or at some hours')}</TextLink>
      </p>
    )
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <SegmentField
        label={t('Only for customers with')}
        value={value.segment}
        onChange={segment => onChange({ ...value, segment })}
      />
      <LanguageSelect value={value.language} locales={locales} onChange={language => onChange({ ...value, language })} />
      <CalendarSelect value={value.open} onChange={open => onChange({ ...value, open })} />
    </div>
  )
}

const any = 'any'

interface ChoiceProps {
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function LanguageSelect({ value, onChange, locales }: ChoiceProps & { locales: readonly string[] }) {
  const names = new Intl.DisplayNames(t.intl, { type: 'language' })
  const offered = [...new Set([...locales, ...(value ? [value] : [])])]
  return (
    <Select
      label={t('Only for answers in')}
      optional
      value={value ?? any}
      onChange={id => onChange(id === any ? undefined : id)}
      options={[{ id: any, label: t('any language') }, ...offered.map(id => ({ id, label: names.of(id) ?? id }))]}
    />
  )
}

function CalendarSelect({ value, onChange }: ChoiceProps) {
  const known = useQuery(sla.listCalendars.query()).data?.items ?? []
  const offered = known.filter(({ archived, id }) => !archived || id === value)
  return (
    <Select
      label={t('Only while it is open in')}
      optional
      hint={known.length === 0 ? t('There is no working calendar yet.') : undefined}
      value={value ?? any}
      onChange={id => onChange(id === any ? undefined : id)}
      options={[{ id: any, label: t('at any hour') }, ...offered.map(({ id, name }) => ({ id, label: name }))]}
    />
  )
}
