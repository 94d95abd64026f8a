import { type Href, pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { t } from '../../../kit/i18n.ts'
import { moment } from '../../../kit/words.ts'
import { useLive } from '../../../kit/web/live.ts'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { LoopRing, type LoopSteps } from '../../../kit/web/ui/LoopRing.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { arcsOf } from '../../alert.ts'
import type { AlertDetail } from '../../contract.ts'
import { AlertActions } from '../work/AlertActions.tsx'
import { AlertAside } from './AlertAside.tsx'
import { Scale } from '../AlertScore.tsx'
import { AlertAnswers } from './AlertAnswers.tsx'
import { Causes } from '../work/Causes.tsx'
import { alerts } from '../client.ts'
import { ContactBox } from '../work/ContactBox.tsx'
import { Contacts } from '../work/Contacts.tsx'
import { ScoreHistory } from './ScoreHistory.tsx'
import { Outcome } from '../work/Outcome.tsx'
import { CustomerHistory } from './CustomerHistory.tsx'
import { alertPanels } from '../panels.ts'
import { RelatedAlertsNotices } from './RelatedAlertsNotices.tsx'
import { WhySeen } from './WhySeen.tsx'
import { useNow } from '../../../kit/web/useNow.ts'
import { nameOf, scoredWords } from '../alertCustomer.ts'
import { raisedWords } from '../waitingTime.ts'

/** One alert: what the customer said, what was done, why it happened, how it ended. */
export function AlertPage() {
  useLive('alerts', 'causes')
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(alerts.getAlert.query({ params: { id } }))
  useGoToHash(query.data !== undefined)
  const crumbs = [{ label: t('My day'), href: pathTo('/my-day') }]
  if (query.data) return <Whole key={id} alert={query.data} crumbs={crumbs} />
  return (
    <Page title={t('Alert')} crumbs={crumbs}>
      {query.error ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : <Skeleton rows={8} />}
    </Page>
  )
}

function Whole({ alert, crumbs }: { alert: AlertDetail; crumbs: { label: string; href: Href }[] }) {
  const now = useNow()
  const name = nameOf(alert)
  return (
    <Page title={name} crumbs={crumbs} actions={<AlertActions alert={alert} />} aside={<AlertAside alert={alert} now={now} />}>
      <Head alert={alert} now={now} />
      <RelatedAlertsNotices alert={alert} now={now} />
      <AlertAnswers alert={alert} />
      <WhySeen alert={alert} />
      <Suspense>
        {alertPanels.all().map(({ id, Panel }) => (
          <Panel key={id} alert={alert} now={now} />
        ))}
      </Suspense>
      {alert.history.length > 1 && <ScoreHistory alert={alert} now={now} />}
      <CustomerHistory alert={alert} now={now} />
      <div id="contact" className="mt-6 border-t border-line pt-6">
        <Section
          title={t('Contact')}
          note={
            alert.person ? [alert.person.phone, alert.person.email].filter(Boolean).join(' · ') : t('Nobody knows who answered')
          }
        >
          <ContactBox alert={alert} />
          <Contacts contacts={alert.contacts} now={now} />
        </Section>
      </div>
      <div id="outcome" className="mt-6 grid gap-10 border-t border-line pt-6 wide:grid-cols-2 max-wide:gap-6">
        <Causes alert={alert} />
        <Outcome alert={alert} />
      </div>
    </Page>
  )
}

const Head = ({ alert, now }: { alert: AlertDetail; now: number }) => (
  <div className="mb-6 grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-4 max-wide:mb-4 max-wide:grid-cols-[auto_minmax(0,1fr)] max-wide:gap-3">
    <LoopRing done={arcsOf(alert.state) as LoopSteps} size={40} />
    <div>
      <h2 className="text-title font-strong tracking-[-.012em]">{scoredWords(nameOf(alert), alert.score)}</h2>
      <p className="text-ink-2">
        {[
          alert.person?.account,
          alert.unit?.name,
          alert.survey.name,
          alert.answeredAt &&
            t('answered {when}', { when: alert.openedOn ? raisedWords(alert, now) : moment(alert.answeredAt, now) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
    {alert.score && (
      <div className="max-wide:col-span-2">
        <Scale score={alert.score} />
      </div>
    )}
  </div>
)

/** A link to what is to be done (`#contact`) leads there once the page stands. */
function useGoToHash(ready: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (!ready || !hash) return
    const place = document.getElementById(hash)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
  }, [ready, hash])
}
