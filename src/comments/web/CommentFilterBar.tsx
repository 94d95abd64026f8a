import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { ChoiceChip } from '../../responses/web/ChoiceChip.tsx'
import { surveys } from '../../responses/web/client.ts'
import { TimeChip } from '../../responses/web/TimeChip.tsx'
import { UnitChip } from '../../responses/web/UnitChip.tsx'
import type { CommentFilter } from './useCommentFilter.ts'

/** When, in which survey and where was it written? All of it is in the address. */
export function CommentFilterBar({ look: { search, setSearch } }: { look: CommentFilter }) {
  const list = useQuery(surveys.listSurveys.query({ query: { limit: 200 } })).data?.items ?? []
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      <TimeChip time={search} onChange={setSearch} />
      <ChoiceChip
        label={t('Survey')}
        value={search.survey}
        options={list.map(({ id, name }) => ({ id, label: name }))}
        onChange={survey => setSearch({ survey })}
      />
      <UnitChip value={search.unit} onChange={unit => setSearch({ unit })} />
    </div>
  )
}
