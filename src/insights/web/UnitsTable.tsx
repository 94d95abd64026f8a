import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { Interval } from '../../kit/web/charts/Interval.tsx'
import { Section } from '../../kit/web/ui/Section.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { Table } from '../../kit/web/ui/Table.tsx'
import type { Summary, UnitRow } from '../contract.ts'
import { boundsOf, halfWords, metricShort, scoreWords } from '../../responses/metricWords.ts'
import { ChangeMark } from './ChangeMark.tsx'
import type { Filters } from './filters.ts'

/** The units below, each with its score, its interval and what changed; a row opens the unit with those below it. */
export function UnitsTable({ summary, filters }: { summary: Summary; filters: Filters }) {
  const { units, metric, question, score, compared, unit } = summary
  const domain = domainOf(units, boundsOf(metric, question))
  const overall = score.kind === 'score' ? score.score : undefined
  const kind = score.kind === 'score' ? score.unit : 'points'
  const open = (id: string) =>
    `/insights?${new URLSearchParams(Object.entries({ ...filters, unit: id }).filter(([name, value]) => value !== '' && !(name === 'time' && value === 'all')))}`
  const hidden = units.some(row => row.hidden !== null)
  return (
    <Section
      title={unit ? t('Units of {unit}', { unit: unit.name }) : t('Units')}
      note={summary.elsewhere > 0 && t('{n} answers belong to none of them', { n: count(summary.elsewhere) })}
    >
      <Table
        label={t('Units')}
        rows={units}
        rowId={row => row.id}
        href={row => open(row.id)}
        tight
        columns={[
          { id: 'unit', head: t('Unit'), cell: row => row.name },
          {
            id: 'line',
            head: compared
              ? t('{name}, ○ before, ┊ all', { name: metricShort(metric) })
              : t('{name}, ┊ all', { name: metricShort(metric) }),
            wide: true,
            width: '14rem',
            cell: row => <Line row={row} domain={domain} overall={overall} />,
          },
          { id: 'score', head: metricShort(metric), num: true, cell: row => <Score row={row} kind={kind} /> },
          ...(compared
            ? [
                {
                  id: 'change',
                  head: t('Change'),
                  num: true,
                  cell: (row: UnitRow) => row.change && <ChangeMark change={row.change} unit={kind} />,
                },
              ]
            : []),
          {
            id: 'n',
            head: t('Answers'),
            num: true,
            wide: true,
            cell: row => (row.score.kind === 'score' ? count(row.score.n) : ''),
          },
        ]}
      />
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {compared &&
          t('▲ ▼ the change is more than chance, corrected for looking at {n} units. ≈ too close to call.', {
            n: units.length,
          })}{' '}
        {hidden &&
          t(
            'Where few answered, no number is shown; sometimes of another unit neither, because the difference would give it away.',
          )}
      </p>
    </Section>
  )
}

function Line({ row, domain, overall }: { row: UnitRow; domain: readonly [number, number]; overall: number | undefined }) {
  if (row.score.kind !== 'score') return null
  const { score, interval, unit } = row.score
  return (
    <Interval
      label={t('{value}, between {low} and {high}', {
        value: scoreWords(score, unit),
        low: scoreWords(interval.low, unit),
        high: scoreWords(interval.high, unit),
      })}
      value={score}
      low={interval.low}
      high={interval.high}
      domain={domain}
      line={overall}
      before={row.before?.kind === 'score' ? row.before.score : undefined}
      width="13rem"
    />
  )
}

function Score({ row: { score, hidden }, kind }: { row: UnitRow; kind: string }) {
  if (score.kind === 'score')
    return (
      <>
        <b>{scoreWords(score.score, kind)}</b>{' '}
        <span className="text-small text-ink-3">{halfWords(score.interval.low, score.interval.high, kind)}</span>
      </>
    )
  return <State kind="hidden">{hidden === 'protects-another' ? t('not shown, to protect another') : t('too few')}</State>
}

// The ends that occur, so that differences can be seen; the scale’s own ends would press everything together.
function domainOf(units: readonly UnitRow[], bounds: readonly [number, number]): readonly [number, number] {
  const ends = units.flatMap(({ score }) => (score.kind === 'score' ? [score.interval.low, score.interval.high] : []))
  return ends.length === 0 ? bounds : [Math.max(bounds[0], Math.min(...ends)), Math.min(bounds[1], Math.max(...ends))]
}
