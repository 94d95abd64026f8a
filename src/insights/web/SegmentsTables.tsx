import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { scoreAxisBounds, metricShort } from '../../metrics/metricWords.ts'
import type { SegmentTable, Summary } from '../contract.ts'
import { ChangeLink } from './ChangeMark.tsx'
import { type Filters, insightsHref } from './filters.ts'
import { selectionInPeriod, selectionInSegment, scoresHref } from '../drillDownHrefs.ts'
import { domainOf, ScoreCell, ScoreLine } from './ScoreCell.tsx'

interface SegmentsProps {
  segments: readonly SegmentTable[]
  summary: Summary
  filters: Filters
}

/** The score by each segment; a value opens the page for those who carry it. */
export function SegmentsTables({ segments, summary, filters }: SegmentsProps) {
  const told = segments.filter(({ values }) => values.length > 1)
  if (told.length === 0) return null
  return (
    <Section
      title={t('Segments')}
      note={summary.segment ? t('of everybody, not only of {value}', { value: summary.segment.value }) : undefined}
    >
      <div className="grid gap-8">
        {told.map(table => (
          <OneSegment key={table.key} table={table} summary={summary} filters={filters} />
        ))}
      </div>
    </Section>
  )
}

function OneSegment({ table, summary, filters }: { table: SegmentTable } & Omit<SegmentsProps, 'segments'>) {
  const { metric, question, score, compared } = summary
  const kind = score.kind === 'score' ? score.unit : 'points'
  const domain = domainOf(table.values, scoreAxisBounds(metric, question))
  const overall = score.kind === 'score' && !summary.segment ? score.score : undefined
  type Row = SegmentTable['values'][number]
  const looked = (row: Row) => selectionInSegment(summary, table.key, row.value)
  return (
    <div>
      <Table
        label={table.key}
        rows={table.values}
        rowId={row => row.value}
        href={row => insightsHref({ ...filters, segments: { [table.key]: row.value } })}
        tight
        columns={[
          { id: 'value', head: table.key, cell: row => row.value },
          {
            id: 'line',
            head: t('{name}, ┊ all', { name: metricShort(metric) }),
            wide: true,
            width: '14rem',
            cell: row => <ScoreLine row={row} domain={domain} overall={overall} />,
          },
          {
            id: 'score',
            head: metricShort(metric),
            num: true,
            cell: row => <ScoreCell row={row} kind={kind} href={scoresHref(looked(row))} />,
          },
          ...(compared
            ? [
                {
                  id: 'change',
                  head: t('Change'),
                  num: true,
                  cell: (row: Row) =>
                    row.change && (
                      <ChangeLink change={row.change} unit={kind} href={scoresHref(selectionInPeriod(looked(row), compared))} />
                    ),
                },
              ]
            : []),
          {
            id: 'n',
            head: t('Answers'),
            num: true,
            wide: true,
            cell: row =>
              row.score.kind === 'score' && (
                <TextLink look="open" href={scoresHref(looked(row))}>
                  {count(row.score.n)}
                </TextLink>
              ),
          },
        ]}
      />
      {table.without > 0 && (
        <p className="mt-2 text-small text-ink-3">
          <TextLink look="open" href={scoresHref({ ...summary, segment: null }, undefined, undefined, { without: table.key })}>
            {t('{n, plural, one {# answer has} other {# answers have}} no {key}.', { n: table.without, key: table.key })}
          </TextLink>
        </p>
      )}
    </div>
  )
}
