import type { Href } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { ShareBar } from '../../kit/web/charts/ShareBar.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { outcomeLabel } from '../../alerts/alertOutcomes.ts'
import { scoreWords } from '../../metrics/metricWords.ts'
import type { Summary } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import type { ShownMetric } from '../metricSchemas.ts'
import { alertsHref, answersHref } from '../drillDownHrefs.ts'
import { ProportionCell } from './ProportionCell.tsx'

/** What each outcome achieved, beside those with whom nobody spoke. */
export function OutcomesTable({ loop: { outcomes, alerts }, summary }: { loop: LoopNumbers; summary: Summary }) {
  if (!outcomes.some(({ outcome }) => outcome !== null)) return null
  return (
    <Section
      title={t('What each outcome achieved')}
      note={t('beside those with whom nobody spoke: low scores rise by themselves')}
    >
      <Table
        label={t('Outcomes')}
        rows={outcomes}
        rowId={row => row.outcome ?? '-'}
        columns={[
          {
            id: 'outcome',
            head: t('Outcome'),
            cell: ({ outcome }) => (outcome ? t(outcomeLabel(outcome)) : <i>{t('Nobody spoke with them')}</i>),
          },
          {
            id: 'n',
            head: t('Alerts'),
            num: true,
            cell: row => (
              <TextLink look="open" href={behindOutcome(summary, row.outcome)}>
                {count(row.n)}
              </TextLink>
            ),
          },
          ...(alerts && alerts.promised > 0
            ? [
                {
                  id: 'time',
                  head: t('Closed in time'),
                  num: true,
                  wide: true,
                  cell: (row: Row) => <InTime row={row} summary={summary} />,
                },
              ]
            : []),
          {
            id: 'bar',
            head: t('Won back, of those who answered again'),
            wide: true,
            width: '13rem',
            cell: ({ recovered }) =>
              recovered.kind === 'score' && (
                <ShareBar
                  label={t('{share}, between {low} and {high}', {
                    share: percent(recovered.score),
                    low: percent(recovered.interval.low),
                    high: percent(recovered.interval.high),
                  })}
                  share={recovered.score}
                  low={recovered.interval.low}
                  high={recovered.interval.high}
                  width="12rem"
                />
              ),
          },
          {
            id: 'recovered',
            head: t('Won back'),
            num: true,
            cell: row => <ProportionCell shown={row.recovered} all={behindOutcome(summary, row.outcome, true)} />,
          },
          {
            id: 'next',
            head: t('Next score'),
            num: true,
            cell: row => <Next shown={row.next} href={behindOutcome(summary, row.outcome, true)} />,
          },
        ]}
      />
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {t(
          'Won back: the next answer was 7 or more. The number behind “of” is how many have answered again; where it is small, so is what it says.',
        )}
      </p>
    </Section>
  )
}

type Row = LoopNumbers['outcomes'][number]

/** The alerts that ended so, or the answers of those with whom nobody spoke; all of them, or only of who has answered again. */
const behindOutcome = (summary: Summary, outcome: string | null, again = false): Href =>
  outcome === null
    ? answersHref(summary, { behind: again ? 'left-again' : 'left' })
    : alertsHref(summary, 'closed', { outcome, kind: 'recovery', ...(again && { next: 'answered' }) })

function InTime({ row: { outcome, inTime }, summary }: { row: Row; summary: Summary }) {
  const href = (promise: 'resolve-kept' | 'resolve-due') =>
    alertsHref(summary, 'closed', { outcome: outcome ?? '', kind: 'recovery', promise })
  return <ProportionCell shown={inTime} href={href('resolve-kept')} all={href('resolve-due')} />
}

const Next = ({ shown, href }: { shown: ShownMetric; href: Href }) =>
  shown.kind === 'score' ? (
    <TextLink look="open" href={href}>
      {scoreWords(shown.score, 'points')}
    </TextLink>
  ) : (
    <span className="text-ink-3">–</span>
  )
