import { outside, pathTo } from '../../../kit/paths.ts'
import { MayLink } from '../../../accounts/web/MayLink.tsx'
import { t } from '../../../kit/i18n.ts'
import { moment, span } from '../../../kit/words.ts'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { Person } from '../../../kit/web/ui/Avatar.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { isClosed } from '../../alert.ts'
import type { AlertDetail } from '../../contract.ts'
import { Overseers, Promises } from './Promises.tsx'
import { alertRecordWords } from './alertRecordWords.ts'
import { waitingSince, raisedWords } from '../waitingTime.ts'

/** Beside the work: how long it has taken, who owns it and why, who the customer is, what happened. */
export const AlertAside = ({ alert, now }: { alert: AlertDetail; now: number }) => (
  <>
    <Promises alert={alert} now={now} />
    <Section title={t('The loop')}>
      <KeyValue facts={times(alert, now)} />
    </Section>
    <Section title={t('Owner')}>
      <Person name={alert.owner.name} detail={alert.owner.email ?? undefined} />
      <ol className="mt-2 grid gap-0.5 text-small text-ink-2">
        {alert.path.map((words, i) => (
          <li key={i} className="flex gap-2">
            <span aria-hidden="true" className="text-ink-3">
              {i === alert.path.length - 1 ? '→' : '·'}
            </span>
            {words}
          </li>
        ))}
      </ol>
      <p className="mt-2 text-small text-ink-3">
        {t('by the rule')}{' '}
        <MayLink needs="rules.read" look="open" href={pathTo('/rules/$id', { id: alert.rule.id })}>
          {alert.rule.name}
        </MayLink>
      </p>
    </Section>
    <Overseers alert={alert} />
    {alert.person && (
      <Section title={t('Customer')}>
        <KeyValue
          facts={[
            [t('Name'), alert.person.name],
            alert.person.account !== null && [t('Account'), alert.person.account],
            alert.person.email !== null && [
              t('E-mail'),
              <TextLink key="m" href={outside(`mailto:${alert.person.email}`)}>
                {alert.person.email}
              </TextLink>,
            ],
            alert.person.phone !== null && [
              t('Phone'),
              <TextLink key="p" href={outside(`tel:${alert.person.phone}`)}>
                {alert.person.phone}
              </TextLink>,
            ],
          ]}
        />
      </Section>
    )}
    <Section title={t('Record')}>
      <ul className="grid gap-1.5 text-small">
        {alert.activity.map(entry => (
          <li key={entry.id} className="flex items-baseline justify-between gap-3">
            <span>{alertRecordWords(entry)}</span>
            <time dateTime={entry.at} className="flex-none text-ink-3">
              {moment(entry.at, now)}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  </>
)

function times(alert: AlertDetail, now: number): (readonly [string, string] | false)[] {
  const since = waitingSince(alert)
  const after = (at: string | null) =>
    at !== null &&
    (since === null ? moment(at, now) : t('{when}, after {span}', { when: moment(at, now), span: span(Date.parse(at) - since) }))
  const row = (name: string, at: string | null) => {
    const words = after(at)
    return words !== false && ([name, words] as const)
  }
  return [
    alert.reopenedAt ? [t('Reopened'), moment(alert.reopenedAt, now)] : [t('Raised'), raisedWords(alert, now)],
    row(t('Taken'), alert.acknowledgedAt),
    row(t('Spoken with'), alert.contactedAt),
    row(t('Resolved'), alert.resolvedAt),
    row(t('Confirmed by the customer'), alert.confirmedAt),
    !isClosed(alert.state) && since !== null && ([t('Open for'), span(now - since)] as const),
  ]
}
