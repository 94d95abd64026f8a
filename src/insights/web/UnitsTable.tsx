import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { Summary, UnitRow } from '../contract.ts'
import type { LoopNumbers } from '../loopNumbers.ts'
import { scoreAxisBounds, metricShort } from '../../metrics/metricWords.ts'
import { selectionInPeriod, scoresHref, selectionInUnit } from '../drillDownHrefs.ts'
import { ChangeLink } from './ChangeMark.tsx'
import { type Filters, insightsHref } from './filters.ts'
import { LoopLine, loopColumns } from './loopColumns.tsx'
import { domainOf, ScoreCell, ScoreLine } from './ScoreCell.tsx'

interface UnitsProps {
  summary: Summary
  loop: LoopNumbers | undefined
  filters: Filters
  onTree: (tree: string) => void
}

/** The units below, each with its score, its interval and what changed; a row opens the unit with those below it. */
export function UnitsTable({ summary, loop, filters, onTree }: UnitsProps) {
  const { units, metric, question, score, compared, unit } = summary
  const domain = domainOf(units, scoreAxisBounds(metric, question))
  const overall = score.kind === 'score' ? score.score : undefined
  const kind = score.kind === 'score' ? score.unit : 'points'
  const hidden = units.some(row => row.hidden !== null)
  return (
    <Section
      title={unit ? t('Units of {unit}', { unit: unit.name }) : t('Units')}
      note={
        summary.elsewhere > 0 && (
          <TextLink look="open" href={scoresHref(summary, undefined, undefined, { except: 'below' })}>
            {t('{n} answers belong to none of them', { n: count(summary.elsewhere) })}
          </TextLink>
        )
      }
      more={
        !summary.survey.anonymous && (
          <Segmented
            label={t('Which hierarchy')}
            value={filters.tree === 'was' ? 'was' : 'is'}
            onChange={tree => onTree(tree === 'was' ? 'was' : '')}
            options={[
              { id: 'was', label: t('As they were') },
              { id: 'is', label: t('As they are today') },
            ]}
          />
        )
      }
    >
      <Table
        label={t('Units')}
        rows={units}
        rowId={row => row.id}
        href={row => insightsHref({ ...filters, unit: row.id })}
        tight
        columns={[
          {
            id: 'unit',
            head: t('Unit'),
            cell: row => (
              <>
                {row.name}
                {loop && <LoopLine loop={loop} unit={row.id} />}
              </>
            ),
          },
          {
            id: 'line',
            head: compared
              ? t('{name}, ○ before, ┊ all', { name: metricShort(metric) })
              : t('{name}, ┊ all', { name: metricShort(metric) }),
            wide: true,
            width: '14rem',
            cell: row => <ScoreLine row={row} domain={domain} overall={overall} />,
          },
          {
            id: 'score',
            head: metricShort(metric),
            num: true,
            cell: row => <ScoreCell row={row} kind={kind} href={scoresHref(selectionInUnit(summary, row))} />,
          },
          ...(compared
            ? [
                {
                  id: 'change',
                  head: t('Change'),
                  num: true,
                  cell: (row: UnitRow) =>
                    row.change && (
                      <ChangeLink
                        change={row.change}
                        unit={kind}
                        href={scoresHref(selectionInPeriod(selectionInUnit(summary, row), compared))}
                      />
                    ),
                },
              ]
            : []),
          ...(loop ? loopColumns(loop, summary) : []),
          {
            id: 'n',
            head: t('Answers'),
            num: true,
            wide: true,
            cell: row =>
              row.score.kind === 'score' && (
                <TextLink look="open" href={scoresHref(selectionInUnit(summary, row))}>
                  {count(row.score.n)}
                </TextLink>
              ),
          },
        ]}
      />
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {compared &&
          t('▲ ▼ the change is more than chance, corrected for looking at {n} units. ≈ too close to call.', {
            n: units.length,
          })}{' '}
        {summary.tree === 'was' &&
          (summary.moved
            ? t('Units moved in these days: each answer counts where its unit stood on its day.')
            : t('No unit moved in these days: both hierarchies say the same.'))}{' '}
        {hidden &&
          t(
            'Where few answered, no number is shown; sometimes of another unit neither, because the difference would give it away.',
          )}
      </p>
    </Section>
  )
}
