import { pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { SurveyRow } from '../../../surveys/contract.ts'
import type { ResponseRow } from '../../browseContract.ts'
import { tooFew } from '../questionResults.ts'
import { reading } from '../client.ts'
import { ResponseFilterBar } from '../ResponseFilterBar.tsx'
import { ResponseLine } from '../ResponseLine.tsx'
import { useFacets } from '../useFacets.ts'
import { type ResponseFilterState, useClearResponseFilter } from '../useResponseFilter.ts'
import { BrowseChips } from './BrowseChips.tsx'
import { browseDefaults } from '../../browseSearch.ts'
import { Newcomers } from './Newcomers.tsx'
import { useNewcomers } from './useNewcomers.ts'

interface BrowserProps {
  survey: string
  surveys: readonly SurveyRow[]
  cut: ResponseFilterState
  query: Record<string, string>
}

/** The responses of one survey that fit the filters, newest first. */
export function Browser({ survey, surveys, cut, query }: BrowserProps) {
  const [search, setSearch] = useSearchParams(browseDefaults)
  const [text, setText] = useState(search.search)
  const args = { params: { id: survey }, query }
  // What comes in is told, not pushed in: the list stays as it is while somebody reads it.
  const pages = reading.listResponses.pages({ ...args, query: { ...query, limit: '50' } })
  const still = { ...pages, refetchOnWindowFocus: false, staleTime: 60_000 }
  const list = useCursorList<ResponseRow>(still)
  const fresh = useNewcomers(survey, () => void list.refetch())
  const facets = useFacets(survey)
  const few = useQuery({
    ...reading.listResponses.query({ ...args, query: { limit: '1' } }),
    enabled: list.data?.length === 0,
  }).data
  const clear = useClearResponseFilter()
  const narrowed = useQuery({
    ...reading.listResponses.query({ ...args, query: { ...query, limit: '1' } }),
    enabled: list.data?.length === 0,
  }).data?.narrowed
  const searched = useQuery({
    ...reading.listResponses.query({ ...args, query: { ...query, limit: '1' } }),
    enabled: search.search !== '',
  }).data?.searched
  return (
    <>
      <div className="mb-3 max-w-96">
        <SearchField
          label={t('Find words in what people wrote')}
          value={text}
          onChange={setText}
          onSubmit={words => setSearch({ search: words.trim() })}
        />
      </div>
      <ResponseFilterBar cut={cut} known={facets}>
        <BrowseChips survey={survey} surveys={surveys} search={search} setSearch={setSearch} />
      </ResponseFilterBar>
      {narrowed ? (
        <Notice icon="lock" title={t('Of this survey only all answers can be read one by one')}>
          {t(
            'It is anonymous: those of one unit, time or segment would soon be those of one person. Their numbers stand under Results and Insights.',
          )}{' '}
          <TextLink onPress={clear}>{t('Show all')}</TextLink>
        </Notice>
      ) : few?.needed !== undefined ? (
        <Notice icon="lock" title={tooFew(few.needed)}>
          {t('This survey is anonymous. Single answers can be read once so many have come that nobody stands out.')}
        </Notice>
      ) : (
        <>
          {searched !== undefined && (
            <p className="mb-2 text-small text-ink-3">{t('Words are looked for in the newest {n} answers.', { n: searched })}</p>
          )}
          <Newcomers n={fresh.n} onShow={fresh.show} />
          <PagedList
            label={t('Responses')}
            list={list}
            rowId={row => row.id}
            empty={<Nothing survey={survey} filtered={Object.keys(query).length > 0} />}
            rowHeight={84}
          >
            {row => <ResponseLine row={row} fresh={fresh.ids.has(row.id)} />}
          </PagedList>
        </>
      )}
    </>
  )
}

function Nothing({ survey, filtered }: { survey: string; filtered: boolean }) {
  const clear = useClearResponseFilter()
  return filtered ? (
    <Empty icon="filter" title={t('No response is like this')} action={<Chip label={t('Show all')} onPress={clear} />}>
      {t('Take a filter away, or look for another word.')}
    </Empty>
  ) : (
    <Empty
      icon="responses"
      title={t('Nobody has answered yet')}
      action={
        <LinkButton icon="link" href={pathTo('/surveys/$id/send', { id: survey })}>
          {t('Share the link')}
        </LinkButton>
      }
    >
      {t('Send the link or invite people; the first answer appears here by itself.')}
    </Empty>
  )
}
