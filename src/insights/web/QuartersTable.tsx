import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { scoreChangeWords } from '../../metrics/metricWords.ts'
import type { Quarter } from '../causeTable.ts'
import type { Summary } from '../contract.ts'
import { alertsHref, answersHref, selectionInPeriod } from '../drillDownHrefs.ts'
import { quarterName, quarterSentence } from '../quarterWords.ts'

interface Row {
  id: string
  cause: string
}

/** Which causes had how many of each quarter's alerts, and what they cost then. */
export function QuartersTable({ quarters, summary }: { quarters: readonly Quarter[]; summary: Summary }) {
  const told = quarters.filter(({ explained }) => explained > 0)
  if (told.length < 2) return null
  const unit = summary.score.kind === 'score' ? summary.score.unit : 'points'
  return (
    <Section title={t('Causes by quarter')} note={quarterSentence(told)}>
      {/* Few quarters stand beside their causes, not at the far end of the page. */}
      <div style={{ maxWidth: `${18 + 8 * told.length}rem` }}>
        <Table
          label={t('Causes by quarter')}
          rows={rowsOf(told)}
          rowId={row => row.id}
          columns={[
            { id: 'cause', head: t('Cause'), cell: row => row.cause },
            ...told.slice(-6).map((quarter, i, all) => column(quarter, summary, unit, i < all.length - 2)),
          ]}
        />
      </div>
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {t('Share of the quarter’s alerts with a cause, and below it what the cause cost the score; ≈ may be chance.')}
      </p>
    </Section>
  )
}

/** Causes of the newest quarter first, then those that only earlier ones knew. */
const rowsOf = (quarters: readonly Quarter[]): Row[] =>
  [
    ...new Map(
      [...quarters].reverse().flatMap(({ causes }) => causes.map(({ id, cause }) => [id, { id, cause }] as const)),
    ).values(),
  ].slice(0, 10)

const column = (quarter: Quarter, summary: Summary, unit: string, wide: boolean): Column<Row> => ({
  id: quarter.from,
  head: quarterName(quarter.from),
  num: true,
  wide,
  width: '8rem',
  cell: row => <Cell quarter={quarter} cause={row.id} unit={unit} summary={summary} />,
})

function Cell({ quarter, cause, unit, summary }: { quarter: Quarter; cause: string; unit: string; summary: Summary }) {
  const found = quarter.causes.find(({ id }) => id === cause)
  if (!found) return <span className="text-ink-3">–</span>
  const { share, n, impact } = found
  const looked = selectionInPeriod(summary, quarter)
  const chance = impact && impact.interval.low <= 0 && impact.interval.high >= 0
  return (
    <>
      <TextLink look="open" href={alertsHref(looked, 'all', { cause })}>
        <span title={t('{n} of {all}', { n: count(n), all: count(quarter.explained) })}>{percent(share)}</span>
      </TextLink>
      {impact && (
        <span className="block text-small text-ink-3">
          <TextLink look="open" href={answersHref(looked, { behind: `cause:${cause}` }, { question: summary.question.id })}>
            {chance ? '≈ ' : ''}
            {scoreChangeWords(impact.value, unit)}
          </TextLink>
        </span>
      )}
    </>
  )
}
