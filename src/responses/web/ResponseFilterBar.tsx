import type { ReactNode } from 'react'
import { languageShort } from '../../surveys/web/languages.ts'
import { t } from '../../kit/i18n.ts'
import { ChoiceChip } from './ChoiceChip.tsx'
import { SegmentChips } from './SegmentChips.tsx'
import { sourceWords } from './sourceWords.ts'
import { TimeChip } from './TimeChip.tsx'
import { UnitChip } from './UnitChip.tsx'
import type { ResponseFilterState } from './useResponseFilter.ts'

export interface FilterChoices {
  segments: Readonly<Record<string, readonly string[]>>
  sources: readonly string[]
  locales: readonly string[]
}

interface ResponseFilterBarProps {
  cut: ResponseFilterState
  known: FilterChoices | undefined
  /** More filters of this page, before the segments. */
  children?: ReactNode
  /** At the end of the line: how many there are. */
  end?: ReactNode
}

/** Which answers are looked at: time, unit, source, language, segments. All of it is in the address. */
export function ResponseFilterBar({
  cut: { search, setSearch, segments, setSegment },
  known,
  children,
  end,
}: ResponseFilterBarProps) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      <TimeChip time={search} onChange={setSearch} />
      {children}
      <UnitChip value={search.unit} onChange={unit => setSearch({ unit })} />
      <ChoiceChip
        label={t('Source')}
        value={search.source}
        options={(known?.sources ?? []).map(id => ({ id, label: sourceWords(id) }))}
        onChange={source => setSearch({ source })}
      />
      <ChoiceChip
        label={t('Language')}
        value={search.language}
        options={(known?.locales ?? []).map(id => ({ id, label: languageShort(id) }))}
        onChange={language => setSearch({ language })}
      />
      <SegmentChips known={known?.segments ?? {}} chosen={segments} onChange={setSegment} />
      {end && <span className="ms-auto text-small text-ink-3">{end}</span>}
    </div>
  )
}
