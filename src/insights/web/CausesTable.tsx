import { pathTo } from '../../kit/paths.ts'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Interval } from '../../kit/web/charts/Interval.tsx'
import { ShareBar } from '../../kit/web/charts/ShareBar.tsx'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { CauseRow } from '../causeTable.ts'
import type { Summary } from '../contract.ts'
import { scoreChangeWords, metricShort } from '../../metrics/metricWords.ts'
import { alertsHref, answersHref } from '../drillDownHrefs.ts'

/** Share and impact in two aligned columns, the costliest cause first. */
export function CausesTable({ causes, summary }: { causes: readonly CauseRow[]; summary: Summary }) {
  const more = (
    <TextLink look="bare" href={pathTo('/causes')}>
      {t('All causes')}
    </TextLink>
  )
  const note = (
    <TextLink look="open" href={alertsHref(summary, 'all', { explained: 'true' })}>
      {t('{n, plural, one {# alert} other {# alerts}} with a cause', { n: summary.alerts?.explained ?? 0 })}
    </TextLink>
  )
  return (
    <Section title={t('What costs most')} note={note} more={more}>
      {causes.length === 0 ? (
        <p className="max-w-measure text-ink-2">
          {t('No alert names a cause yet. Whoever resolves one says why it happened; here it is counted, with what it costs.')}
        </p>
      ) : (
        <Rows causes={causes} summary={summary} />
      )}
    </Section>
  )
}

/** So many are seen at once: those that cost most. */
const SHOWN = 8

function Rows({ causes, summary }: { causes: readonly CauseRow[]; summary: Summary }) {
  const [all, setAll] = useState(false)
  const { survey } = summary
  const most = Math.max(...causes.map(({ interval }) => interval.high))
  return (
    <>
      <Table
        label={t('Causes by what they cost')}
        rows={all ? causes : causes.slice(0, SHOWN)}
        rowId={row => row.id}
        href={row => alertsHref(summary, 'all', { cause: row.id })}
        columns={[
          { id: 'cause', head: t('Cause'), cell: row => <Named row={row} /> },
          { id: 'n', head: t('Alerts'), num: true, width: '4.5rem', cell: row => count(row.n) },
          {
            id: 'bar',
            head: t('Share of alerts with a cause'),
            wide: true,
            width: '9rem',
            cell: row => (
              <ShareBar
                label={shareWords(row)}
                share={row.share}
                low={row.interval.low}
                high={row.interval.high}
                max={most}
                width="8.5rem"
              />
            ),
          },
          { id: 'share', head: t('Share'), num: true, width: '4rem', cell: row => percent(row.share) },
          ...(survey.anonymous ? [] : impactColumns(summary, causes)),
        ]}
      />
      {!all && causes.length > SHOWN && (
        <Button variant="quiet" className="mt-1" onPress={() => setAll(true)}>
          {t('Show all {n} causes', { n: causes.length })}
        </Button>
      )}
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {survey.anonymous
          ? t(
              'An alert can have several causes, so shares don’t add up. What a cause costs is not told of an anonymous survey: few answers carry it.',
            )
          : t(
              'Impact: how much higher the score would stand without the answers that carry this cause. An alert can have several causes, so shares and impacts don’t add up. Thin lines: 95 % interval; hollow: may be chance.',
            )}
      </p>
    </>
  )
}

function impactColumns(summary: Summary, causes: readonly CauseRow[]): Column<CauseRow>[] {
  const { metric, score } = summary
  const unit = score.kind === 'score' ? score.unit : 'points'
  const domain = domainOf(causes)
  const name = metricShort(metric)
  return [
    {
      id: 'line',
      head: t('Impact on the {name}', { name }),
      wide: true,
      width: '9rem',
      cell: ({ impact }) =>
        impact && (
          <Interval
            label={t('{value}, between {low} and {high}', {
              value: scoreChangeWords(impact.value, unit),
              low: scoreChangeWords(impact.interval.low, unit),
              high: scoreChangeWords(impact.interval.high, unit),
            })}
            value={impact.value}
            low={impact.interval.low}
            high={impact.interval.high}
            domain={domain}
            line={0}
            tone="bad"
            chance={impact.interval.high >= 0 && impact.interval.low <= 0}
            width="8.5rem"
          />
        ),
    },
    {
      id: 'impact',
      head: t('Impact'),
      num: true,
      width: '5rem',
      cell: ({ id, impact }) =>
        impact ? (
          <TextLink look="open" href={answersHref(summary, { behind: `cause:${id}` }, { question: summary.question.id })}>
            <ImpactWords impact={impact} unit={unit} />
          </TextLink>
        ) : (
          <span className="text-ink-3">{t('too few')}</span>
        ),
    },
  ]
}

const Named = ({ row: { cause, path } }: { row: CauseRow }) => (
  <>
    {cause}
    {path.length > 1 && <span className="block text-small font-regular text-ink-2">{path.slice(0, -1).join(' › ')}</span>}
  </>
)

function ImpactWords({ impact: { value, interval }, unit }: { impact: NonNullable<CauseRow['impact']>; unit: string }) {
  const chance = interval.high >= 0 && interval.low <= 0
  return chance ? <span className="text-ink-2">≈ {scoreChangeWords(value, unit)}</span> : <b>{scoreChangeWords(value, unit)}</b>
}

const shareWords = ({ share, interval }: CauseRow): string =>
  t('{share}, between {low} and {high}', { share: percent(share), low: percent(interval.low), high: percent(interval.high) })

function domainOf(causes: readonly CauseRow[]): readonly [number, number] {
  const ends = causes.flatMap(({ impact }) => (impact ? [impact.interval.low, impact.interval.high] : []))
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  return low === high ? [-1, 1] : [low, high]
}
