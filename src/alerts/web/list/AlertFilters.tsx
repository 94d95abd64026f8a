import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { causes } from '../../../causes/web/client.ts'
import { t } from '../../../kit/i18n.ts'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { segmentParam } from '../../../responses/responseFilterSearch.ts'
import { UnitChip } from '../../../responses/web/UnitChip.tsx'
import type { AlertItem } from '../../contract.ts'
import { outcomeLabel } from '../../alertOutcomes.ts'
import { promiseWords } from '../../promiseWords.ts'
import type { AlertSearch } from '../../alertSearch.ts'
import { alertRules } from '../../../rules/web/client.ts'

interface FilterProps {
  search: AlertSearch
  setSearch: (change: Record<string, string | undefined>) => void
  segments: Readonly<Record<string, string>>
  first: AlertItem | undefined
}

/** Which alerts are looked at. What a link brought along can be taken away; the rest can be chosen. */
export function AlertFilters({ search, setSearch, segments, first }: FilterProps) {
  const [q, setQ] = useState(search.q)
  const causeName = useCauseName(search.cause)
  const ruleName = useRuleName(search.rule)
  const chips = [
    { key: 'survey', label: t('Survey'), value: first?.survey.name ?? t('one') },
    { key: 'cause', label: t('Cause'), value: causeName },
    { key: 'explained', label: t('Cause'), value: t('any') },
    { key: 'promise', label: t('Promise'), value: promiseWords(search.promise) },
    { key: 'outcome', label: t('Outcome'), value: t(outcomeLabel(search.outcome)) },
    { key: 'next', label: t('Since'), value: t('answered again') },
    { key: 'rule', label: t('Rule'), value: ruleName },
    { key: 'person', label: t('Customer'), value: first?.person?.name ?? t('one') },
    { key: 'from', label: t('From'), value: search.from },
    { key: 'to', label: t('To'), value: search.to },
  ] as const
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField label={t('Find in words and names')} value={q} onChange={setQ} onSubmit={q => setSearch({ q })} />
      <Segmented
        label={t('Whose')}
        value={search.of}
        onChange={of => setSearch({ of })}
        options={[
          { id: 'all', label: t('Everybody’s') },
          { id: 'me', label: t('Mine') },
        ]}
      />
      <UnitChip value={search.unit} onChange={unit => setSearch({ unit, under: '' })} />
      {search.tree === 'was' && (
        <Chip label={t('Units')} value={t('as they were')} onRemove={() => setSearch({ tree: '', under: '' })} />
      )}
      {chips.map(
        ({ key, label, value }) =>
          search[key] && <Chip key={key} label={label} value={value} onRemove={() => setSearch({ [key]: '' })} />,
      )}
      {Object.entries(segments).map(([key, value]) => (
        <Chip key={key} label={key} value={value} onRemove={() => setSearch({ [segmentParam(key)]: undefined })} />
      ))}
    </div>
  )
}

function useCauseName(id: string): string {
  const list = useQuery({ ...causes.listCauses.query(), enabled: id !== '' }).data
  return list?.items.find(cause => cause.id === id)?.name ?? t('one')
}

function useRuleName(id: string): string {
  return useQuery({ ...alertRules.getRule.query({ params: { id } }), enabled: id !== '' }).data?.name ?? t('one')
}
