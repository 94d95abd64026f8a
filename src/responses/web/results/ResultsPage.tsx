import { pathTo } from '../../../kit/paths.ts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { days } from '../../../kit/words.ts'
import { watch } from '../../../kit/web/live.ts'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import type { SurveyDetail } from '../../../surveys/contract.ts'
import { SurveyFrame } from '../../../surveys/web/frame/SurveyFrame.tsx'
import { WithSurvey } from '../../../surveys/web/frame/WithSurvey.tsx'
import { type Results, tooFew } from '../questionResults.ts'
import { metrics } from '../client.ts'
import { ResponseFilterBar } from '../ResponseFilterBar.tsx'
import { ExportMenu } from '../ExportMenu.tsx'
import { useFacets } from '../useFacets.ts'
import { type ResponseFilterState, useClearResponseFilter, useResponseFilter } from '../useResponseFilter.ts'
import { CountLink } from './CountLink.tsx'
import { ResultsFinding } from './ResultsFinding.tsx'
import { QuestionSection } from './QuestionSection.tsx'
import { ResponseRate } from './ResponseRate.tsx'

/** What a survey found: the finding first, then question by question. */
export const ResultsPage = () => <WithSurvey>{survey => <ResultsOf key={survey.id} survey={survey} />}</WithSurvey>

function ResultsOf({ survey }: { survey: SurveyDetail }) {
  const cut = useResponseFilter()
  useFreshResults(survey.id)
  const mayImport = useMay('responses.import')
  const results = useQuery({
    ...metrics.getResults.query({ params: { id: survey.id }, query: cut.query }),
    placeholderData: keepPreviousData,
  })
  const facets = useFacets(survey.id)
  const none = results.data?.responses === 0 && Object.keys(cut.query).length === 0
  return (
    <SurveyFrame
      survey={survey}
      actions={
        <>
          {mayImport && survey.version > 0 && (
            <LinkButton href={pathTo('/surveys/$id/import', { id: survey.id })} icon="upload" className="max-wide:hidden">
              {t('Import')}
            </LinkButton>
          )}
          {!none && <ExportMenu survey={survey.id} query={cut.query} />}
        </>
      }
    >
      {none ? (
        <NoAnswers survey={survey} mayImport={mayImport} />
      ) : (
        <>
          <ResponseFilterBar
            cut={cut}
            known={facets}
            end={results.data && <CountLink survey={survey.id} cut={cut.query} n={results.data.responses} />}
          />
          {results.data ? (
            <Found survey={survey} results={results.data} cut={cut} />
          ) : results.error ? (
            <ErrorState error={results.error} retry={() => void results.refetch()} />
          ) : (
            <Skeleton rows={10} round={false} />
          )}
        </>
      )}
    </SurveyFrame>
  )
}

// Counting costs more than showing: a burst of answers is read once.
function useFreshResults(survey: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      timer = undefined
      for (const path of ['results', 'metrics'])
        void queries.invalidateQueries({
          predicate: ({ queryKey: [room, place] }) =>
            room === 'surveys' && typeof place === 'string' && place.startsWith(`/surveys/${survey}/${path}`),
        })
    }
    const end = watch('responses', ({ data }) => {
      if (data?.['survey'] === undefined || data['survey'] === survey) timer ??= setTimeout(again, 1_000)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [queries, survey])
}

function Found({ survey, results, cut }: { survey: SurveyDetail; results: Results; cut: ResponseFilterState }) {
  const clear = useClearResponseFilter()
  if (results.responses === 0) {
    return (
      <Empty icon="filter" title={t('Nobody like this has answered')} action={<Chip label={t('Show all')} onPress={clear} />}>
        {t('Take a filter away, or choose a longer time.')}
      </Empty>
    )
  }
  if (results.responses === null) return <State kind="hidden">{tooFew(results.needed ?? 0)}</State>
  const shown = new Set(results.questions.map(({ id }) => id))
  const hidden = survey.anonymous ? survey.draft.questions.filter(({ id }) => !shown.has(id)) : []
  return (
    <>
      <ResultsFinding results={results} />
      {results.period && (
        <p className="mb-6 text-small text-ink-3">
          {t('Told is {days}: whole batches of answers, so that no few of them can be worked out.', {
            days: days(results.period.from, results.period.to),
          })}
        </p>
      )}
      {results.readFrom === 'newest-answers' && (
        <p className="mb-6 text-small text-ink-3">{t('Counted from the newest million answers that fit.')}</p>
      )}
      {results.responseRate && <ResponseRate rate={results.responseRate} survey={survey.id} />}
      {results.questions.map(question => (
        <QuestionSection key={question.id} survey={survey.id} question={question} cut={cut.query} />
      ))}
      {hidden.map(({ id, prompt }) => (
        <p key={id} className="mt-6 border-t border-line pt-6">
          <b>{prompt}</b>{' '}
          <State kind="hidden" className="ms-2">
            {t('Too few answered this to show it without showing who.')}
          </State>
        </p>
      ))}
    </>
  )
}

const NoAnswers = ({ survey: { id, version }, mayImport }: { survey: SurveyDetail; mayImport: boolean }) => (
  <Empty
    icon="responses"
    title={t('Nobody has answered yet')}
    action={
      <span className="flex flex-wrap justify-center gap-2">
        {version > 0 ? (
          <LinkButton variant="main" icon="link" href={pathTo('/surveys/$id/send', { id })}>
            {t('Share the link')}
          </LinkButton>
        ) : (
          <LinkButton variant="main" href={pathTo('/surveys/$id/publish', { id })}>
            {t('Publish it')}
          </LinkButton>
        )}
        {mayImport && version > 0 && (
          <LinkButton icon="upload" href={pathTo('/surveys/$id/import', { id })}>
            {t('Import past answers')}
          </LinkButton>
        )}
      </span>
    }
  >
    {version > 0
      ? t('Send the link or invite people; the first answer appears here by itself.')
      : t('It is a draft: publish it, then share its link. The first answer appears here by itself.')}
  </Empty>
)
