import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { ShareBar } from '../../../kit/web/charts/ShareBar.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Stat, Stats } from '../../../kit/web/ui/Stat.tsx'
import { Table } from '../../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { promisedWords, targetWords } from '../../../sla/words.ts'
import { count, decimal, percent } from '../../../kit/words.ts'
import type { Replay } from '../../ruleContract.ts'
import { perWeek } from '../../replayBars.ts'
import { daysWords } from './replayPeriod.ts'
import { ReplayBars } from './ReplayBars.tsx'
import { ReplayExamples } from './ReplayExamples.tsx'

type ReplayResultReply = NonNullable<Replay['result']>

/** What the rule would have raised: how much a week, for whom, and what nobody would have been there for. */
export function ReplayResult({ replay, result }: { replay: Replay; result: ReplayResultReply }) {
  const { alerts, weeks, owners, unowned, examples } = result
  const looked = t('{n, plural, one {# answer} other {# answers}} of {days} looked at', {
    n: replay.total,
    days: daysWords(replay),
  })
  if (alerts === 0)
    return (
      <div>
        <p className="font-strong">{t('It would have raised no alert.')}</p>
        <p className="text-small text-ink-2">{looked}</p>
      </div>
    )
  const rate = perWeek(alerts, weeks, replay.to)
  const most = owners[0]
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="text-small text-ink-2">{looked}</p>
      <Stats>
        <Stat label={t('Alerts')} value={count(alerts)} detail={t('{n} a week since the first', { n: decimal(rate) })} />
        <Stat
          label={t('Owners')}
          value={count(owners.length)}
          detail={most && t('most for {name}: {n}', { name: most.name, n: count(most.n) })}
        />
        <Stat
          label={t('For want of anybody else')}
          value={count(unowned)}
          detail={t('to the organisation’s owner, {share}', { share: percent(unowned / alerts) })}
        />
      </Stats>
      {result.promises.length > 0 && <MissedPromises promises={result.promises} alerts={alerts} />}
      {unowned > 0 && <NoOwner unowned={unowned} alerts={alerts} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <ReplayBars weeks={weeks} to={replay.to} />
        <Owners owners={owners} alerts={alerts} rate={rate} />
      </div>
      {examples.length > 0 && <ReplayExamples ids={examples} />}
    </div>
  )
}

const MissedPromises = ({ promises, alerts }: { promises: ReplayResultReply['promises']; alerts: number }) => (
  <Table
    label={t('Promises that would have been missed')}
    tight
    rows={promises}
    rowId={({ target }) => target}
    columns={[
      { id: 'target', head: t('Promise'), cell: ({ target, promised }) => `${targetWords(target)}, ${promisedWords(promised)}` },
      { id: 'missed', head: t('Would have been missed'), num: true, cell: ({ missed }) => count(missed) },
      { id: 'share', head: t('Share'), num: true, cell: ({ missed }) => percent(missed / alerts) },
      { id: 'basis', head: t('Judged by'), wide: true, cell: ({ basis }) => basis },
    ]}
  />
)

const NoOwner = ({ unowned, alerts }: { unowned: number; alerts: number }) => (
  <Notice
    tone="soon"
    title={t('{n} of {alerts} alerts would have come to the organisation’s owner, only because nobody else was there', {
      n: count(unowned),
      alerts: count(alerts),
    })}
  >
    {t('Give the units a manager, or add a stand-in to the sentence: a team, a colleague, or the manager above.')}{' '}
    <TextLink href={pathTo('/people/units')}>{t('To the units')}</TextLink>
  </Notice>
)

function Owners({ owners, alerts, rate }: { owners: ReplayResultReply['owners']; alerts: number; rate: number }) {
  const largest = owners[0]?.n ?? 1
  return (
    <Table
      label={t('For whom')}
      tight
      rows={owners}
      rowId={({ id }) => id}
      columns={[
        { id: 'name', head: t('Owner'), cell: ({ name }) => name },
        { id: 'n', head: t('Alerts'), num: true, cell: ({ n }) => count(n) },
        { id: 'week', head: t('A week'), num: true, cell: ({ n }) => decimal((n / alerts) * rate) },
        {
          id: 'share',
          head: t('Share'),
          wide: true,
          cell: ({ n }) => (
            <span className="inline-flex items-center gap-2">
              <ShareBar label={percent(n / alerts)} share={n / alerts} max={largest / alerts} width="5rem" />
              {percent(n / alerts)}
            </span>
          ),
        },
      ]}
    />
  )
}
