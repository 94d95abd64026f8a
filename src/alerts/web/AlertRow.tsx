import { pathTo } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { ago } from '../../kit/words.ts'
import { LoopRing, type LoopSteps } from '../../kit/web/ui/LoopRing.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import { arcsOf, isClosed } from '../alert.ts'
import { nextPromise } from '../clockWords.ts'
import type { AlertItem } from '../contract.ts'
import { outcomeLabel } from '../alertOutcomes.ts'
import { AlertScore } from './AlertScore.tsx'
import { raisedWords, waitsWords } from './waitingTime.ts'
import { nameOf } from './alertCustomer.ts'

export interface AlertRowProps {
  alert: AlertItem
  now: number
  /** One button to act. */
  action?: ReactNode
  /** Names the owner: where the list is not one person's. */
  owner?: boolean
}

/** An alert in a list: how far the loop is, the score, who and what they said, since when, one button. On a phone in two lines. */
export const AlertRow = ({ alert, now, action, owner }: AlertRowProps) => (
  <div className="grid grid-cols-[20px_1.5rem_minmax(0,1fr)_11.5rem_6.5rem] items-center gap-x-4 px-3 py-3 max-wide:grid-cols-[20px_minmax(0,1fr)_auto] max-wide:gap-x-3 max-wide:gap-y-1 max-wide:px-0">
    <LoopRing done={arcsOf(alert.state) as LoopSteps} />
    <AlertScore score={alert.score} className="max-wide:hidden" />
    <div className="min-w-0 max-wide:col-span-3 max-wide:row-start-2">
      <div className="flex min-w-0 items-baseline gap-2">
        <TextLink look="open" href={pathTo('/alerts/$id', { id: alert.id })} className="truncate font-strong">
          {nameOf(alert)}
        </TextLink>
        <span className="truncate text-small text-ink-3">{[alert.unit?.name, alert.survey.name].filter(Boolean).join(', ')}</span>
      </div>
      {alert.said ? (
        <CustomerQuote text={alert.said} size="read" lines={1} className="text-ink-2 max-wide:line-clamp-2" />
      ) : (
        <p className="text-small text-ink-3">{t('No comment')}</p>
      )}
    </div>
    <div className="min-w-0 max-wide:col-start-2 max-wide:row-start-1">
      <Since alert={alert} now={now} />
      <span className="block truncate text-small text-ink-3">{owner ? alert.owner.name : raisedWords(alert, now)}</span>
    </div>
    <div className="justify-self-end max-wide:col-start-3 max-wide:row-start-1">{action}</div>
  </div>
)

function Since({ alert, now }: { alert: AlertItem; now: number }) {
  if (isClosed(alert.state))
    return <State kind="kept">{outcomeLabel(alert.outcome ?? '') ? t(outcomeLabel(alert.outcome ?? '')) : t('Resolved')}</State>
  const next = nextPromise(alert, now, true)
  if (next) return <State kind={next.sign}>{next.words}</State>
  if (alert.state === 'open') return <State kind="running">{waitsWords(alert, now)}</State>
  const at = alert.state === 'contacted' ? alert.contactedAt! : alert.acknowledgedAt!
  return (
    <State kind="running">
      {alert.state === 'contacted' ? t('spoken with {ago}', { ago: ago(at, now) }) : t('taken {ago}', { ago: ago(at, now) })}
    </State>
  )
}
