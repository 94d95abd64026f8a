import { type Href, pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../../accounts/web/session.ts'
import { ActivityFeed } from '../../../activity/web/ActivityFeed.tsx'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { ScorePip } from '../../../kit/web/ui/ScorePip.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { day, dayAndClock } from '../../../kit/words.ts'
import type { ResponseDetail } from '../../browseContract.ts'
import { lastPlace } from '../browse/lastPlace.ts'
import { reading, trails } from '../client.ts'
import { responseTitle } from '../titleOf.ts'
import { ResponseAnswers } from './ResponseAnswers.tsx'
import { ResponseFacts } from './ResponseFacts.tsx'
import { EarlierResponses, RaisedAlertsSection, InvitationHistory } from './ResponseContext.tsx'

/** One response whole: what was said, by whom and where, what it led to. */
export function ResponsePage() {
  useLive('responses')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(reading.getResponse.query({ params: { id } }))
  const crumbs = [{ label: t('Responses'), href: lastPlace() }]
  if (query.data) return <Whole key={id} response={query.data} crumbs={crumbs} />
  return (
    <Page title={t('Response')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState
          error={query.error}
          retry={() => void query.refetch()}
          instead={<TextLink href={pathTo('/responses')}>{t('All responses')}</TextLink>}
        />
      ) : (
        <Skeleton rows={8} />
      )}
    </Page>
  )
}

function Whole({ response, crumbs }: { response: ResponseDetail; crumbs: { label: string; href: Href }[] }) {
  const { id, survey } = response
  const title = responseTitle(response, useNow())
  const trail = useQuery(trails.getTrail.query({ params: { id } })).data
  const mayReadRecord = useMay('activity.read')
  return (
    <Page
      title={title}
      crumbs={crumbs}
      aside={
        <>
          <ResponseFacts response={response} />
          {trail && trail.alerts.length > 0 && <RaisedAlertsSection alerts={trail.alerts} />}
          {trail?.invitation && <InvitationHistory invitation={trail.invitation} />}
          {trail && trail.others.length > 0 && <EarlierResponses others={trail.others} />}
          {mayReadRecord && response.activity.length > 0 && (
            <Section title={t('Record')}>
              <ActivityFeed subjectId={id} />
            </Section>
          )}
        </>
      }
    >
      <Head response={response} title={title} />
      <ResponseAnswers response={response} />
      {survey.anonymous && (
        <p className="mt-8 max-w-measure text-small text-ink-3">
          {t('The survey is anonymous: nothing is kept that could name who answered.')}
        </p>
      )}
    </Page>
  )
}

function Head({
  response: { score, survey, unit, respondedAt, respondedOn, state },
  title,
}: {
  response: ResponseDetail
  title: string
}) {
  return (
    <div className="mb-6 flex items-center gap-4 max-wide:gap-3">
      {score && <ScorePip score={score.value} camp={score.max === 10 ? undefined : null} className="!size-9 !text-read" />}
      <div className="min-w-0">
        <h2 className="text-title font-strong tracking-[-.012em]">
          {score ? t('{who}: {value} of {max}', { who: title, value: score.value, max: score.max }) : title}
        </h2>
        <p className="text-ink-2">
          {[unit?.name, survey.name, respondedOn === null ? dayAndClock(respondedAt) : day(respondedOn)]
            .filter(Boolean)
            .join(' · ')}
          {state === 'partial' && (
            <State kind="paused" className="ms-3">
              {t('not finished')}
            </State>
          )}
        </p>
      </div>
    </div>
  )
}
