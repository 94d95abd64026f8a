import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Section } from '../../kit/web/ui/Section.tsx'
import { ShareBar } from '../../kit/web/charts/ShareBar.tsx'
import { Table } from '../../kit/web/ui/Table.tsx'
import { outcomeLabel } from '../../alerts/outcome.ts'
import { scoreWords } from '../../responses/metricWords.ts'
import type { LoopNumbers, ShownMetric } from '../contract.ts'

/** What each outcome achieved, beside those with whom nobody spoke. */
export function OutcomesTable({ loop: { outcomes, alerts } }: { loop: LoopNumbers }) {
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
          { id: 'n', head: t('Customers'), num: true, cell: row => count(row.n) },
          ...(alerts.promised > 0
            ? [{ id: 'time', head: t('Closed in time'), num: true, wide: true, cell: (row: Row) => <Share shown={row.inTime} /> }]
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
          { id: 'recovered', head: t('Won back'), num: true, cell: row => <Share shown={row.recovered} /> },
          { id: 'next', head: t('Next score'), num: true, cell: row => <Next shown={row.next} /> },
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

function Share({ shown }: { shown: ShownMetric | null }) {
  if (shown?.kind !== 'score') return <span className="text-ink-3">–</span>
  return (
    <>
      {percent(shown.score)} <span className="text-small text-ink-3">{t('of {n}', { n: count(shown.n) })}</span>
    </>
  )
}

const Next = ({ shown }: { shown: ShownMetric }) =>
  shown.kind === 'score' ? scoreWords(shown.score, 'points') : <span className="text-ink-3">–</span>
