import type { Href } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { count, percent, span } from '../../kit/words.ts'
import { Stat, Stats } from '../../kit/web/ui/Stat.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import type { ShownMetric, ShownTime } from '../metricSchemas.ts'
import { alertsHref, answersHref, invitationsHref } from '../drillDownHrefs.ts'
import { rangeOf } from './ProportionCell.tsx'

interface LoopStatsProps {
  loop: LoopNumbers & { alerts: NonNullable<LoopNumbers['alerts']> }
  summary: Summary
}

/** Did we answer those who answered us? */
export const LoopStats = ({ loop, summary }: LoopStatsProps) => (
  <div className="mt-6">
    <Stats>
      {loop.responseRate && <Answered rate={loop.responseRate} summary={summary} />}
      <Opened loop={loop} summary={summary} />
      <InTime loop={loop} summary={summary} />
      <ToClose loop={loop} summary={summary} />
      {loop.recovery && <WonBack recovery={loop.recovery} summary={summary} />}
    </Stats>
  </div>
)

const scoreIn = (shown: ShownMetric | null | undefined) => (shown?.kind === 'score' ? shown : null)

const CountLink = ({ href, children }: { href: Href; children: ReactNode }) => (
  <TextLink look="open" href={href} className="whitespace-nowrap">
    {children}
  </TextLink>
)

function Answered({ rate, summary }: { rate: NonNullable<LoopNumbers['responseRate']>; summary: Summary }) {
  const known = scoreIn(rate.rate)
  return (
    <Stat
      label={t('Answered')}
      value={known ? percent(known.score) : t('nobody yet')}
      href={invitationsHref(summary, 'answered')}
      detail={
        <>
          <CountLink href={invitationsHref(summary, 'delivered')}>
            {t('of {n} delivered', { n: count(rate.delivered) })}
          </CountLink>
          {known && <>; {rangeOf(known)}</>}
        </>
      }
    />
  )
}

const Opened = ({ loop: { alerts }, summary }: LoopStatsProps) => (
  <Stat
    label={t('Alerts opened')}
    value={count(alerts.opened)}
    href={alertsHref(summary, 'all')}
    detail={
      <>
        <CountLink href={alertsHref(summary, 'waiting')}>{t('{n} still waiting', { n: count(alerts.waiting) })}</CountLink>
        {alerts.promised > 0 && alerts.overdue > 0 && (
          <>
            {', '}
            <CountLink href={alertsHref(summary, 'all', { promise: 'overdue' })}>
              {t('{late} of them late', { late: count(alerts.overdue) })}
            </CountLink>
          </>
        )}
        {alerts.closed > 0 && (
          <>
            {', '}
            <CountLink href={alertsHref(summary, 'closed')}>{t('{n} closed', { n: count(alerts.closed) })}</CountLink>
          </>
        )}
      </>
    }
  />
)

/** Without a promise nothing is in time or late; then it says how many are closed at all. */
function InTime({ loop: { alerts, closeTheLoop, closedInTime }, summary }: LoopStatsProps) {
  const contacted = scoreIn(closeTheLoop)
  const closed = scoreIn(closedInTime)
  if (alerts.promised === 0) {
    return (
      <Stat
        label={t('Closed')}
        value={alerts.opened === 0 ? '–' : percent(alerts.closed / alerts.opened)}
        href={alertsHref(summary, 'closed')}
        detail={t('{n} of {all}; no promise was made, so none is late', { n: count(alerts.closed), all: count(alerts.opened) })}
      />
    )
  }
  return (
    <Stat
      label={contacted || !closed ? t('Contacted in time') : t('Closed in time')}
      value={contacted ? percent(contacted.score) : closed ? percent(closed.score) : t('none due yet')}
      href={alertsHref(summary, 'all', { promise: contacted ? 'contact-kept' : closed ? 'resolve-kept' : 'made' })}
      detail={
        <>
          {contacted && (
            <>
              <CountLink href={alertsHref(summary, 'all', { promise: 'contact-due' })}>
                {t('of {n} that were due', { n: count(alerts.contactDue) })}
              </CountLink>
              ; {rangeOf(contacted)}
            </>
          )}
          {closed && (
            <span className="block">
              {contacted && (
                <>
                  <CountLink href={alertsHref(summary, 'all', { promise: 'resolve-kept' })}>
                    {t('closed in time: {share}', { share: percent(closed.score) })}
                  </CountLink>{' '}
                </>
              )}
              <CountLink href={alertsHref(summary, 'all', { promise: 'resolve-due' })}>
                {t('of {n} that were due', { n: count(alerts.resolveDue) })}
              </CountLink>
              ; {rangeOf(closed)}
            </span>
          )}
        </>
      }
    />
  )
}

const minutes = (n: number): string => span(n * 60_000)

function ToClose({ loop: { timeToClose, alerts }, summary }: LoopStatsProps) {
  const { median, p90 } = timeToClose
  return (
    <Stat
      label={t('Time to close')}
      value={median.kind === 'none' ? '–' : timeWords(median)}
      href={alertsHref(summary, 'all')}
      detail={
        median.kind !== 'none' && (
          <>
            {t('half within this; one in ten takes longer than {time}.', { time: boundWords(p90) })}{' '}
            {alerts.waiting > 0 && t('Those still open are counted in.')}
          </>
        )
      }
    />
  )
}

const timeWords = (time: Exclude<ShownTime, { kind: 'none' }>): string =>
  time.kind === 'score' ? minutes(time.score) : t('over {time}', { time: minutes(time.moreThan) })

const boundWords = (time: ShownTime): string =>
  time.kind === 'none' ? '–' : minutes(time.kind === 'score' ? time.score : time.moreThan)

/** Low scores rise by themselves: beside those who were called stand those who were not. */
function WonBack({ recovery, summary }: { recovery: NonNullable<LoopNumbers['recovery']>; summary: Summary }) {
  const [called, left] = [scoreIn(recovery.contacted), scoreIn(recovery.notContacted)]
  const difference = scoreIn(recovery.difference)
  const chance = difference && difference.interval.low <= 0 && difference.interval.high >= 0
  return (
    <Stat
      label={t('Won back')}
      value={called ? percent(called.score) : t('too early')}
      {...(called && { href: answersHref(summary, { behind: 'contacted-again' }) })}
      detail={
        <>
          {called
            ? t('of {n} who were called and answered again', { n: count(called.n) })
            : t('Nobody who was called has answered again.')}
          {left && (
            <>
              ;{' '}
              <TextLink look="open" href={answersHref(summary, { behind: 'left-again' })}>
                {t('{share} of {n} who were not', { share: percent(left.score), n: count(left.n) })}
              </TextLink>
              {called && chance && <> {t('(≈ may be chance)')}</>}
            </>
          )}
        </>
      }
    />
  )
}
