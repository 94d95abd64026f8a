import type { Href } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Interval } from '../../../kit/web/charts/Interval.tsx'
import { Table } from '../../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { count, percent } from '../../../kit/words.ts'
import { marginOfErrorWords, scoreWords } from '../../../metrics/metricWords.ts'
import { Bars } from './Bars.tsx'
import { type QuestionResult, scoreIn, type MatrixRowResult } from '../questionResults.ts'

interface MatrixTableProps {
  question: QuestionResult
  /** Where the answers of a row are to be read. */
  href: (row: string, more?: Record<string, string | number>) => Href
}

/** Every row of a matrix as a small distribution on the same scale, so that they compare down the column. */
export function MatrixTable({ question, href }: MatrixTableProps) {
  const rows = question.rows ?? []
  const scale = rows[0]?.values
  if (!scale) return <ByOptions question={question} rows={rows} href={href} />
  const domain = [scale[0]!.value, scale.at(-1)!.value] as const
  const most = Math.max(1, ...rows.flatMap(row => row.values!.map(({ n }) => n / Math.max(1, row.n))))
  return (
    <Table
      label={question.prompt}
      rows={rows}
      rowId={row => row.id}
      href={row => href(row.id, { atLeast: domain[0] })}
      columns={[
        { id: 'row', head: t('Row'), cell: row => row.label },
        {
          id: 'bars',
          head: t('From {min} to {max}', { min: domain[0], max: domain[1] }),
          width: '7rem',
          cell: row => (
            <Bars
              label={barWords(row)}
              shares={row.values!.map(({ n }) => n / Math.max(1, row.n))}
              names={row.values!.map(({ value }) => String(value))}
              max={most}
            />
          ),
        },
        {
          id: 'line',
          head: t('Average, with its 95 % interval'),
          width: '12rem',
          wide: true,
          cell: row => <Mean row={row} domain={domain} />,
        },
        { id: 'mean', head: t('Average'), num: true, width: '7rem', cell: row => <MeanWords row={row} /> },
        { id: 'n', head: t('Answers'), num: true, wide: true, width: '5rem', cell: row => count(row.n) },
      ]}
    />
  )
}

const barWords = (row: MatrixRowResult): string =>
  row.values!.map(({ value, n }) => t('{value}: {share}', { value, share: percent(n / Math.max(1, row.n)) })).join(', ')

function Mean({ row, domain }: { row: MatrixRowResult; domain: readonly [number, number] }) {
  const known = scoreIn(row.metric)
  if (!known) return null
  const { low, high } = known.interval
  const words = { value: scoreWords(known.score, 'scale'), low: scoreWords(low, 'scale'), high: scoreWords(high, 'scale') }
  return (
    <Interval
      label={t('{value}, between {low} and {high}', words)}
      value={known.score}
      low={low}
      high={high}
      domain={domain}
      width="11rem"
    />
  )
}

function MeanWords({ row }: { row: MatrixRowResult }) {
  const known = scoreIn(row.metric)
  if (!known) return <span className="text-ink-3">{t('too few')}</span>
  return (
    <>
      <b>{scoreWords(known.score, known.unit)}</b>{' '}
      <span className="text-small text-ink-3">{marginOfErrorWords(known.interval.low, known.interval.high, known.unit)}</span>
    </>
  )
}

/** A matrix whose columns are words: the share of each, one under the other. */
function ByOptions({
  question,
  rows,
  href,
}: {
  question: QuestionResult
  rows: readonly MatrixRowResult[]
  href: MatrixTableProps['href']
}) {
  const columns = rows[0]?.options ?? []
  return (
    <Table
      label={question.prompt}
      rows={rows}
      rowId={row => row.id}
      columns={[
        { id: 'row', head: t('Row'), cell: row => row.label },
        ...columns.map(({ id, label }) => ({
          id,
          head: label,
          num: true,
          cell: (row: MatrixRowResult) => {
            const option = row.options?.find(one => one.id === id)
            return option && option.n > 0 ? (
              <TextLink look="open" href={href(row.id, { option: id })}>
                {percent(scoreIn(option.share)?.score ?? 0)}
              </TextLink>
            ) : (
              <span className="text-ink-3">{percent(0)}</span>
            )
          },
        })),
        { id: 'n', head: t('Answers'), num: true, width: '5rem', cell: row => count(row.n) },
      ]}
    />
  )
}
