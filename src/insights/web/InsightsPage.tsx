import { pathTo } from '../../kit/paths.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { count, days } from '../../kit/words.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import type { Summary } from '../contract.ts'
import { CausesTable } from './CausesTable.tsx'
import { ChangeParts } from './ChangeParts.tsx'
import { insights, surveys } from './client.ts'
import { Definitions } from './Definitions.tsx'
import { DriversTable } from './DriversTable.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { FilterBar } from './FilterBar.tsx'
import { InsightsFinding } from './InsightsFinding.tsx'
import { type Filters, queryOf, useFilters } from './filters.ts'
import { LoopStats } from './LoopStats.tsx'
import { OutcomesTable } from './OutcomesTable.tsx'
import { QuartersTable } from './QuartersTable.tsx'
import { ScoreNow } from './ScoreNow.tsx'
import { SegmentsTables } from './SegmentsTables.tsx'
import { UnitsTable } from './UnitsTable.tsx'
import { useFresh } from './useFresh.ts'
import { useTime } from './useTime.ts'
import { ViewsMenu } from './ViewsMenu.tsx'

type Looking = ReturnType<typeof useFilters>

/** Are we better, why, and which cause costs most? */
export function InsightsPage() {
  const looking = useFilters()
  const list = useQuery(surveys.listSurveys.query({ query: { limit: 100 } }))
  const answered = (list.data?.items ?? []).filter(({ version }) => version > 0)
  const survey =
    answered.find(({ id }) => id === looking.filters.survey) ?? [...answered].sort((a, b) => b.responses - a.responses)[0]
  const named: Filters = { ...looking.filters, survey: survey?.id ?? '' }
  const time = useTime(named)
  const filters = time === undefined ? undefined : { ...named, time }
  return (
    <Page
      title={t('Insights')}
      actions={
        filters?.survey && (
          <>
            <ViewsMenu filters={filters} open={looking.open} />
            <ExportMenu filters={filters} />
          </>
        )
      }
    >
      <Load query={list} skeleton={<Skeleton rows={8} />}>
        {() =>
          !survey ? (
            <NoSurvey />
          ) : filters ? (
            <Looked looking={{ ...looking, filters }} surveys={answered} />
          ) : (
            <Skeleton rows={8} />
          )
        }
      </Load>
    </Page>
  )
}

function Looked({ looking, surveys }: { looking: Looking; surveys: readonly { id: string; name: string }[] }) {
  useFresh()
  const { filters, setFilters, setSegment, setSurvey } = looking
  const query = queryOf(filters)
  const summary = useQuery({ ...insights.insightsSummary.query({ query }), placeholderData: keepPreviousData })
  const segments = useQuery({ ...insights.insightsSegments.query({ query }), placeholderData: keepPreviousData })
  return (
    <>
      <FilterBar
        filters={filters}
        setFilters={setFilters}
        setSegment={setSegment}
        setSurvey={setSurvey}
        surveys={surveys}
        segments={segments.data ?? []}
        summary={summary.data}
      />
      {summary.error && !summary.data ? (
        <ErrorState error={summary.error} retry={() => void summary.refetch()} />
      ) : summary.data ? (
        <Found summary={summary.data} looking={looking} />
      ) : (
        <Skeleton rows={10} />
      )}
    </>
  )
}

const Found = ({ summary, looking }: { summary: Summary; looking: Looking }) =>
  summary.responses === 0 ? (
    <Empty
      icon="insights"
      title={t('Nobody has answered in this time')}
      action={<LinkButton href={pathTo('/surveys/$id', { id: summary.survey.id })}>{t('To the survey')}</LinkButton>}
    >
      {t('Choose a longer time or another unit, or send the survey out.')}
    </Empty>
  ) : summary.score.kind === 'suppressed' ? (
    <TooFew summary={summary} />
  ) : (
    <Told summary={summary} looking={looking} />
  )

/** Of an anonymous survey: what would tell what a few people answered. */
const TooFew = ({ summary }: { summary: Summary }) => (
  <>
    <ScoreNow summary={summary} />
    <p className="mt-6 max-w-measure text-pretty text-ink-2">
      {t(
        'This survey is anonymous. Its numbers are told of groups of five or more, in whole batches of answers, and by unit or by segment, never both: so nobody’s answer can be worked out, not even by taking one number from another.',
      )}
    </p>
  </>
)

function Told({ summary, looking: { filters, setFilters } }: { summary: Summary; looking: Looking }) {
  const query = queryOf(filters)
  const kept = { placeholderData: keepPreviousData }
  const causes = useQuery({ ...insights.insightsCauses.query({ query }), ...kept }).data ?? []
  const loop = useQuery({ ...insights.insightsLoop.query({ query }), ...kept }).data
  const segments = useQuery({ ...insights.insightsSegments.query({ query }), ...kept }).data ?? []
  const quarters = useQuery({ ...insights.insightsQuarters.query({ query }), ...kept }).data ?? []
  const drivers = useQuery({ ...insights.insightsDrivers.query({ query }), ...kept }).data
  return (
    <>
      <InsightsFinding summary={summary} causes={causes} onUnit={unit => setFilters({ unit })} />
      <ScoreNow summary={summary} />
      {summary.bucket === 'batch' && filters.time !== 'all' && (
        <p className="mt-4 max-w-[46rem] text-small text-pretty text-ink-3">
          {t('Told is {days}: whole batches of answers, so that no few of them can be worked out.', {
            days: days(summary.period.from, summary.period.to),
          })}
        </p>
      )}
      {loop ? loop.alerts && <LoopStats loop={{ ...loop, alerts: loop.alerts }} summary={summary} /> : <Skeleton rows={2} />}
      <div>
        <div className="mt-6 grid items-start gap-8 border-t border-line pt-6 desk:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
          <div className="min-w-0">
            <CausesTable causes={causes} summary={summary} />
          </div>
          <div className="min-w-0">
            <ChangeParts summary={summary} />
          </div>
        </div>
        {summary.units.length > 0 && (
          <UnitsTable summary={summary} loop={loop} filters={filters} onTree={tree => setFilters({ tree })} />
        )}
        <SegmentsTables segments={segments} summary={summary} filters={filters} />
        <QuartersTable quarters={quarters} summary={summary} />
        {loop && <OutcomesTable loop={loop} summary={summary} />}
        {drivers && <DriversTable drivers={drivers} summary={summary} />}
      </div>
      <p className="mt-6 text-small text-ink-3">
        {t('{n} answers, counted just now. Every number says between which values it lies with 95 % certainty.', {
          n: count(summary.responses),
        })}
      </p>
      <Definitions metric={summary.metric} score={summary.score} />
    </>
  )
}

const NoSurvey = () => (
  <Empty
    icon="insights"
    title={t('Nothing to look at yet')}
    action={<LinkButton href={pathTo('/surveys')}>{t('To the surveys')}</LinkButton>}
  >
    {t('Publish a survey or import its history. The first answer shows here with what it can tell.')}
  </Empty>
)
