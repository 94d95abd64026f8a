import { t } from '../../kit/i18n.ts'
import { count, percent, span } from '../../kit/words.ts'
import { Stat, Stats } from '../../kit/web/ui/Stat.tsx'
import type { LoopNumbers, ShownMetric, ShownTime, Summary } from '../contract.ts'
import { alertsHref, answersHref } from './hrefs.ts'

interface LoopProps {
  loop: LoopNumbers
  summary: Summary
}

/** Did we answer those who answered us? */
export const LoopStats = ({ loop, summary }: LoopProps) => (
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

const sure = ({ interval }: { interval: { low: number; high: number } }): string =>
  t('between {low} and {high}', { low: percent(interval.low), high: percent(interval.high) })

function Answered({ rate, summary }: { rate: NonNullable<LoopNumbers['responseRate']>; summary: Summary }) {
  const known = scoreIn(rate.rate)
  return (
    <Stat
      label={t('Answered')}
      value={known ? percent(known.score) : t('nobody yet')}
      href={`/surveys/${summary.survey.id}/invitations?state=answered`}
      detail={
        <>
          {t('of {n} delivered', { n: count(rate.delivered) })}
          {known && <>; {sure(known)}</>}
        </>
      }
    />
  )
}

const Opened = ({ loop: { alerts }, summary }: LoopProps) => (
  <Stat
    label={t('Alerts opened')}
    value={count(alerts.opened)}
    href={alertsHref(summary, 'all')}
    detail={
      alerts.promised === 0 || alerts.overdue === 0
        ? t('{n} still waiting', { n: count(alerts.waiting) })
        : t('{n} still waiting, {late} of them late', { n: count(alerts.waiting), late: count(alerts.overdue) })
    }
  />
)

/** Without a promise nothing is in time or late; then it says how many are closed at all. */
function InTime({ loop: { alerts, closeTheLoop, closedInTime }, summary }: LoopProps) {
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
      href={alertsHref(summary, 'all')}
      detail={
        <>
          {contacted && t('{n} of {all}', { n: count(alerts.contactInTime), all: count(alerts.contactDue) })}
          {closed && (
            <span className="block">
              {t('closed in time: {share}, {n} of {all}', {
                share: percent(closed.score),
                n: count(alerts.resolveInTime),
                all: count(alerts.resolveDue),
              })}
            </span>
          )}
        </>
      }
    />
  )
}

const minutes = (n: number): string => span(n * 60_000)

function ToClose({ loop: { timeToClose, alerts }, summary }: LoopProps) {
  const { median, p90 } = timeToClose
  return (
    <Stat
      label={t('Time to close')}
      value={median.kind === 'none' ? '–' : timeWords(median)}
      href={alertsHref(summary, 'closed')}
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
      href={answersHref(summary, {}, summary.metric === 'nps' ? { question: summary.question.id, atMost: 6 } : {})}
      detail={
        <>
          {called
            ? t('of {n} who were called and answered again', { n: count(called.n) })
            : t('Nobody who was called has answered again.')}
          {left && (
            <>
              ; {t('{share} of {n} who were not', { share: percent(left.score), n: count(left.n) })}
              {called && chance && <> {t('(≈ may be chance)')}</>}
            </>
          )}
        </>
      }
    />
  )
}
