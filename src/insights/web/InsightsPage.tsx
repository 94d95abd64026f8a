import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/ErrorState.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/Load.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Skeleton } from '../../kit/web/ui/Skeleton.tsx'
import type { CauseRow, Summary } from '../contract.ts'
import { AlertNumbers } from './AlertNumbers.tsx'
import { CausesTable } from './CausesTable.tsx'
import { FilterBar } from './FilterBar.tsx'
import { Finding } from './Finding.tsx'
import { defaults, type Filters, queryOf } from './filters.ts'
import { ScoreNow } from './ScoreNow.tsx'
import { UnitsTable } from './UnitsTable.tsx'
import { useFresh } from './useFresh.ts'
import { insights, surveys } from './client.ts'

/** Are we better, why, and which cause costs most? */
export function InsightsPage() {
  const [filters, setFilters] = useSearchParams(defaults)
  const list = useQuery(surveys.listSurveys.query({ query: { limit: 100 } }))
  return (
    <Page title={t('Insights')}>
      <Load query={list} skeleton={<Skeleton rows={8} />}>
        {({ items }) => {
          const answered = items.filter(({ version }) => version > 0)
          const survey =
            answered.find(({ id }) => id === filters.survey) ?? [...answered].sort((a, b) => b.responses - a.responses)[0]
          if (!survey) return <NoSurvey />
          return <Looked filters={{ ...filters, survey: survey.id }} setFilters={setFilters} surveys={answered} />
        }}
      </Load>
    </Page>
  )
}

interface LookedProps {
  filters: Filters
  setFilters: (change: Partial<Filters>) => void
  surveys: readonly { id: string; name: string }[]
}

function Looked({ filters, setFilters, surveys }: LookedProps) {
  useFresh()
  const query = queryOf(filters)
  const summary = useQuery({ ...insights.insightsSummary.query({ query }), placeholderData: keepPreviousData })
  const causes = useQuery({ ...insights.insightsCauses.query({ query }), placeholderData: keepPreviousData })
  return (
    <>
      <FilterBar filters={filters} setFilters={setFilters} surveys={surveys} summary={summary.data} />
      {summary.error && !summary.data ? (
        <ErrorState error={summary.error} retry={() => void summary.refetch()} />
      ) : summary.data ? (
        <Found summary={summary.data} causes={causes.data ?? []} filters={filters} setFilters={setFilters} />
      ) : (
        <Skeleton rows={10} />
      )}
    </>
  )
}

interface FoundProps extends Omit<LookedProps, 'surveys'> {
  summary: Summary
  causes: readonly CauseRow[]
}

const Found = ({ summary, causes, filters, setFilters }: FoundProps) =>
  summary.responses === 0 ? (
    <Empty
      icon="insights"
      title={t('Nobody has answered in this time')}
      action={<LinkButton href={`/surveys/${summary.survey.id}`}>{t('To the survey')}</LinkButton>}
    >
      {t('Choose a longer time or another unit, or send the survey out.')}
    </Empty>
  ) : (
    <>
      <Finding summary={summary} causes={causes} onUnit={unit => setFilters({ unit })} />
      <ScoreNow summary={summary} />
      <AlertNumbers summary={summary} filters={filters} />
      <div className="mt-6">
        <CausesTable causes={causes} summary={summary} />
        {summary.units.length > 0 && <UnitsTable summary={summary} filters={filters} />}
      </div>
      <p className="mt-6 text-small text-ink-3">
        {t('{n} answers, counted just now. Every number says between which values it lies with 95 % certainty.', {
          n: count(summary.responses),
        })}
      </p>
    </>
  )

const NoSurvey = () => (
  <Empty
    icon="insights"
    title={t('Nothing to look at yet')}
    action={<LinkButton href="/surveys">{t('To the surveys')}</LinkButton>}
  >
    {t('Publish a survey or import its history. The first answer shows here with what it can tell.')}
  </Empty>
)
