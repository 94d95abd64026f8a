import { t } from '../../../kit/i18n.ts'
import { Table } from '../../../kit/web/ui/table/Table.tsx'
import { count, days } from '../../../kit/words.ts'
import { targetWords } from '../../../sla/words.ts'
import { type PolicyReplayTally, policyReplayTallyOf } from '../../policyReplay/policyReplayTally.ts'
import type { ReplayedAlert } from '../../policyReplay/policyReplayContract.ts'
import { Assumptions } from './Assumptions.tsx'
import { ChangedCount } from './ChangedCount.tsx'
import { ChangedAlerts } from './ChangedAlerts.tsx'
import { RecipientsTable } from './RecipientsTable.tsx'
import { findingOf } from './words.ts'

export interface ReplayedPeriod {
  from: string
  to: string
  total: number
  edits: number
}

/** What a replay found: the finding first, then promise by promise, person by person, alert by alert. */
export function ReplayOutcome({
  alerts,
  about,
  stale,
}: {
  alerts: readonly ReplayedAlert[]
  about: ReplayedPeriod
  stale: boolean
}) {
  const tally = policyReplayTallyOf(alerts)
  const looked = t('{n, plural, one {# alert} other {# alerts}} of {days} looked at', {
    n: tally.alerts,
    days: days(about.from, about.to),
  })
  if (alerts.length === 0)
    return (
      <div>
        <p className="font-strong">{t('There was no alert that this policy is promised for.')}</p>
        <p className="text-small text-ink-2">
          {t('{days}. Choose another policy or other days.', { days: days(about.from, about.to) })}
        </p>
      </div>
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <p className="text-title font-strong tracking-[-.012em]">{findingOf(tally)}</p>
        <p className="text-small text-ink-2">
          {looked}
          {alerts.length < about.total && `; ${t('the newest of {total}', { total: count(about.total) })}`}
          {stale && `. ${t('You have changed something since: try it again.')}`}
        </p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 desk:grid-cols-2">
        <Promises promises={tally.promises} />
        <RecipientsTable told={tally.told} />
      </div>
      <ChangedAlerts alerts={tally.changed} />
      <Assumptions tally={tally} edits={about.edits} />
    </div>
  )
}

const Promises = ({ promises }: Pick<PolicyReplayTally, 'promises'>) => (
  <Table
    label={t('Promises')}
    tight
    rows={promises}
    rowId={({ target }) => target}
    columns={[
      { id: 'target', head: t('Promise'), cell: ({ target }) => targetWords(target) },
      { id: 'kept', head: t('Kept'), num: true, cell: row => <ChangedCount before={row.before.kept} after={row.after.kept} /> },
      {
        id: 'missed',
        head: t('Missed'),
        num: true,
        cell: row => <ChangedCount before={row.before.missed} after={row.after.missed} />,
      },
      {
        id: 'open',
        head: t('Not over'),
        num: true,
        cell: row => <ChangedCount before={row.before.open} after={row.after.open} />,
      },
    ]}
  />
)
