import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { ShareBar } from '../../kit/web/charts/ShareBar.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { DriverTable, Summary } from '../contract.ts'
import { answersHref } from '../drillDownHrefs.ts'

/** What moves the score among everything else that was rated. */
export function DriversTable({ drivers, summary }: { drivers: DriverTable; summary: Summary }) {
  if (drivers.measures === 0) return null
  const { r2, n, needed } = drivers
  const href = answersHref(summary, { behind: 'drivers' }, { question: summary.question.id })
  const most = Math.max(...drivers.drivers.map(({ interval }) => interval.high))
  return (
    <Section
      title={t('What moves it')}
      note={
        r2 === null ? undefined : (
          <>
            {t('together they explain {share} of how answers differ', { share: percent(r2) })};{' '}
            <TextLink look="open" href={href}>
              {t('{n, plural, one {# answer} other {# answers}}', { n })}
            </TextLink>
          </>
        )
      }
    >
      {r2 !== null && drivers.drivers.length === 1 ? (
        <p className="max-w-measure text-ink-2">
          {t(
            '“{label}” is the only other thing that everybody rated: the more of them a survey asks, the more can be told apart.',
            {
              label: drivers.drivers[0]!.label,
            },
          )}
        </p>
      ) : r2 === null ? (
        <p className="max-w-measure text-ink-2">
          {t('{n} people rated everything; {needed} are needed to tell what moves the score.', { n: count(n), needed })}
        </p>
      ) : (
        <>
          <Table
            label={t('What moves it')}
            rows={drivers.drivers}
            rowId={row => `${row.question}.${row.item}`}
            href={() => href}
            columns={[
              { id: 'label', head: t('Rated'), cell: row => row.label },
              {
                id: 'bar',
                head: t('Share of what is explained'),
                wide: true,
                width: '17rem',
                cell: row => (
                  <ShareBar
                    label={t('{share}, between {low} and {high}', {
                      share: percent(row.share),
                      low: percent(row.interval.low),
                      high: percent(row.interval.high),
                    })}
                    share={row.share}
                    low={row.interval.low}
                    high={row.interval.high}
                    max={most}
                    width="16rem"
                  />
                ),
              },
              { id: 'share', head: t('Share'), num: true, cell: row => percent(row.share) },
              { id: 'way', head: t('Direction'), wide: true, cell: row => (row.rises ? t('rises with it') : t('falls with it')) },
            ]}
          />
          <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
            {t(
              'Each one’s share of R², averaged over every order in which they can be taken in (Shapley, LMG), of the newest {sampled} answers at most. Thin lines: 95 % interval. Moving together is no proof that one causes the other.',
              { sampled: count(drivers.sampled) },
            )}{' '}
            {drivers.left.length > 0 && t('Left out, because too few rated them: {list}.', { list: drivers.left.join(', ') })}
          </p>
        </>
      )}
    </Section>
  )
}
