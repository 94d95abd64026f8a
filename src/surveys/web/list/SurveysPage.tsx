import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { count, day, shortDay } from '../../../kit/words.ts'
import { useActions } from '../../../kit/web/ui/actions.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useLive } from '../../../kit/web/live.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LoadList } from '../../../kit/web/ui/state/LoadList.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { SurveyRow } from '../../contract.ts'
import { surveys } from '../client.ts'
import { SurveyState } from '../frame/SurveyState.tsx'

const views = ['all', 'draft', 'live', 'closed', 'archived'] as const
type View = (typeof views)[number]

/** Every questionnaire of the organisation, newest first. */
export function SurveysPage() {
  useLive('surveys')
  const [search, setSearch] = useSearchParams({ state: 'all', q: '' })
  const view = views.find(one => one === search.state) ?? 'all'
  const list = useCursorList<SurveyRow>(surveys.listSurveys.pages({ query: queryOf(view, search.q) }))
  const may = useMay('surveys.write')
  const filtered = view !== 'all' || search.q !== ''
  useActions(may ? [{ id: 'new-survey', label: t('New survey'), icon: 'add', href: pathTo('/surveys/new') }] : [])
  return (
    <Page
      title={t('Surveys')}
      actions={
        may && (
          <LinkButton href={pathTo('/surveys/new')} variant="main" icon="add">
            {t('New survey')}
          </LinkButton>
        )
      }
    >
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Segmented
          label={t('State')}
          options={viewOptions()}
          value={view}
          onChange={state => setSearch({ state })}
          className="overflow-x-auto scrollbar-none"
        />
        <SearchField
          key={search.q}
          label={t('Find a survey')}
          defaultValue={search.q}
          onSubmit={q => setSearch({ q })}
          className="min-w-0 flex-1 wide:max-w-64"
        />
      </div>
      <LoadList
        list={list}
        skeleton={<Skeleton rows={6} round={false} />}
        empty={<Nothing filtered={filtered} may={may} clear={() => setSearch({ state: 'all', q: '' })} />}
      >
        {rows => (
          <Table
            label={t('Surveys')}
            columns={columns()}
            rows={rows}
            rowId={row => row.id}
            href={row => pathTo('/surveys/$id', { id: row.id })}
            more={list}
          />
        )}
      </LoadList>
    </Page>
  )
}

const viewOptions = () => [
  { id: 'all' as const, label: t('All') },
  { id: 'draft' as const, label: t('Drafts') },
  { id: 'live' as const, label: t('Open') },
  { id: 'closed' as const, label: t('Closed') },
  { id: 'archived' as const, label: t('Archived') },
]

const queryOf = (view: View, search: string) => ({
  ...(view !== 'all' && view !== 'archived' && { state: view }),
  ...(view === 'archived' && { archived: 'true' as const }),
  ...(search && { search }),
})

const columns = (): Column<SurveyRow>[] => [
  { id: 'name', head: t('Survey'), cell: row => row.name },
  { id: 'state', head: t('State'), cell: row => <SurveyState survey={row} /> },
  {
    id: 'languages',
    head: t('Languages'),
    cell: row => <span className="text-ink-2">{row.locales.join(', ')}</span>,
    wide: true,
    width: '9rem',
  },
  { id: 'responses', head: t('Responses'), cell: row => count(row.responses), num: true, width: '7rem' },
  { id: 'last', head: t('Last answer'), cell: row => <LastAnswer row={row} />, num: true, wide: true, width: '8rem' },
]

function LastAnswer({ row }: { row: SurveyRow }) {
  const [now] = useState(Date.now)
  if (!row.lastAnswerOn) return <span className="text-ink-3">{t('none yet')}</span>
  return (
    <time dateTime={row.lastAnswerOn} title={day(row.lastAnswerOn)}>
      {shortDay(row.lastAnswerOn, now)}
    </time>
  )
}

function Nothing({ filtered, may, clear }: { filtered: boolean; may: boolean; clear: () => void }) {
  if (filtered)
    return (
      <Empty icon="surveys" title={t('No survey fits')} action={<TextLink onPress={clear}>{t('Show all surveys')}</TextLink>}>
        {t('Search for a part of the name, or look in another state.')}
      </Empty>
    )
  return (
    <Empty
      icon="surveys"
      title={t('There is no survey yet')}
      action={
        may && (
          <LinkButton href={pathTo('/surveys/new')} variant="main">
            {t('Start from a template')}
          </LinkButton>
        )
      }
    >
      {may
        ? t('A template brings good questions in three languages. Change what you like, then send it.')
        : t('Analysts and administrators make them; yours will appear here.')}
    </Empty>
  )
}
