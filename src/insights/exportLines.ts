import type { CauseRow, Quarter } from './causeTable.ts'
import type { DriverTable, SegmentTable, Summary } from './contract.ts'
import type { LoopNumbers } from './loopNumbers.ts'
import type { ShownChange, ShownMetric, ShownTime } from './metricSchemas.ts'

/** One number of an export, with what it rests on. What may not be shown has a note instead of a value. */
export interface ExportLine {
  section: string
  name: string
  measure: string
  value?: number | string | undefined
  low?: number | null | undefined
  high?: number | null | undefined
  n?: number | undefined
  note?: string | undefined
}

export interface InsightsExport {
  summary: Summary
  segments: readonly SegmentTable[]
  loop: LoopNumbers
  causes: readonly CauseRow[]
  quarters: readonly Quarter[]
  drivers: DriverTable
}

type ExportLineHead = Pick<ExportLine, 'section' | 'name'>

/** What the page shows as one table, section by section. */
export const exportLinesOf = ({ summary, segments, loop, causes, quarters, drivers }: InsightsExport): ExportLine[] => [
  ...summaryLines(summary),
  ...summary.units.flatMap(row => rowLines({ section: 'Units', name: row.name }, row)),
  ...loop.units.flatMap(unitLines),
  ...segments.flatMap(({ key, values }) =>
    values.flatMap(row => rowLines({ section: 'Segments', name: `${key}: ${row.value}` }, row)),
  ),
  ...loopLines(loop),
  ...causes.flatMap(row => causeLines({ section: 'Causes', name: row.path.join(' › ') }, row)),
  ...quarters.flatMap(({ from, causes }) =>
    causes.flatMap(row => causeLines({ section: 'Causes by quarter', name: `${from} ${row.cause}` }, row)),
  ),
  ...drivers.drivers.map(({ label, share, interval }) => ({
    section: 'Drivers',
    name: label,
    measure: 'share of what is explained',
    value: share,
    ...ends(interval),
    n: drivers.n,
  })),
]

const ends = ({ low, high }: { low: number; high: number | null }) => ({ low, high })

function metricLine(head: ExportLineHead, measure: string, shown: ShownMetric | null): ExportLine[] {
  if (!shown) return []
  if (shown.kind === 'none') return [{ ...head, measure, n: 0, note: 'nobody' }]
  if (shown.kind === 'suppressed') return [{ ...head, measure, note: `too few answers: ${shown.needed} are needed` }]
  return [{ ...head, measure, value: shown.score, ...ends(shown.interval), n: shown.n }]
}

const verdicts = { up: 'rose beyond chance', down: 'fell beyond chance', even: 'too close to call' }

const changeLine = (head: ExportLineHead, change: ShownChange | null): ExportLine[] =>
  change
    ? [{ ...head, measure: 'change', value: change.difference, ...ends(change.interval), note: verdicts[change.verdict] }]
    : []

function summaryLines({
  survey,
  metric,
  period,
  compared,
  score,
  before,
  change,
  parts,
  series,
  distribution,
}: Summary): ExportLine[] {
  const head = { section: 'Score', name: survey.name }
  return [
    { ...head, measure: 'from', value: period.from },
    { ...head, measure: 'to', value: period.to },
    ...metricLine(head, metric, score),
    ...(compared ? metricLine({ ...head, name: `${compared.from} – ${compared.to}` }, metric, before) : []),
    ...changeLine(head, change),
    ...(parts ? [{ section: 'Change', name: 'who answered', measure: 'mix', value: parts.mix }] : []),
    ...(parts?.parts ?? []).map(({ name, rate, n }) => ({
      section: 'Change',
      name: name ?? 'the others',
      measure: 'how they answered',
      value: rate,
      n,
    })),
    ...(distribution ?? []).map(({ value, n }) => ({ section: 'Answers', name: String(value), measure: 'answers', value: n })),
    ...series.flatMap(point => metricLine({ section: 'Course', name: point.at }, metric, point.score)),
  ]
}

const rowLines = (
  head: ExportLineHead,
  row: { score: ShownMetric; before: ShownMetric | null; change: ShownChange | null },
): ExportLine[] => [
  ...metricLine(head, 'score', row.score),
  ...metricLine(head, 'before', row.before),
  ...changeLine(head, row.change),
]

function unitLines({ name, opened, closed, closeTheLoop, closedInTime }: LoopNumbers['units'][number]): ExportLine[] {
  const head = { section: 'Units', name }
  return [
    { ...head, measure: 'alerts opened', value: opened },
    { ...head, measure: 'alerts closed', value: closed },
    ...metricLine(head, 'contacted in time', closeTheLoop),
    ...metricLine(head, 'closed in time', closedInTime),
  ]
}

const causeLines = (head: ExportLineHead, row: Pick<CauseRow, 'n' | 'share' | 'interval' | 'impact'>): ExportLine[] => [
  { ...head, measure: 'share of alerts with a cause', value: row.share, ...ends(row.interval), n: row.n },
  ...(row.impact
    ? [{ ...head, measure: 'impact on the score', value: row.impact.value, ...ends(row.impact.interval), n: row.impact.n }]
    : []),
]

function loopLines({
  responseRate,
  alerts,
  closeTheLoop,
  closedInTime,
  timeToClose,
  recovery,
  outcomes,
}: LoopNumbers): ExportLine[] {
  const head = { section: 'Loop', name: 'Alerts' }
  return [
    ...metricLine({ section: 'Loop', name: 'Invitations' }, 'response rate', responseRate?.rate ?? null),
    ...Object.entries(alerts ?? {}).map(([measure, value]) => ({ ...head, measure, value })),
    ...metricLine(head, 'contacted in time', closeTheLoop),
    ...metricLine(head, 'closed in time', closedInTime),
    ...timeLine(head, 'median minutes to close', timeToClose.median),
    ...timeLine(head, '90 % closed within minutes', timeToClose.p90),
    ...metricLine({ section: 'Loop', name: 'Contacted' }, 'won back', recovery?.contacted ?? null),
    ...metricLine({ section: 'Loop', name: 'Not contacted' }, 'won back', recovery?.notContacted ?? null),
    ...outcomes.flatMap(({ outcome, n, inTime, recovered, next }) => {
      const row = { section: 'Outcomes', name: outcome ?? 'not contacted' }
      return [
        { ...row, measure: 'alerts', value: n },
        ...metricLine(row, 'closed in time', inTime),
        ...metricLine(row, 'won back', recovered),
        ...metricLine(row, 'next score', next),
      ]
    }),
  ]
}

function timeLine(head: ExportLineHead, measure: string, time: ShownTime): ExportLine[] {
  if (time.kind === 'none') return [{ ...head, measure, n: 0, note: 'nobody' }]
  if (time.kind === 'not-reached')
    return [{ ...head, measure, n: time.n, note: `more than ${time.moreThan}: too many are still open` }]
  return [{ ...head, measure, value: time.score, ...ends(time.interval), n: time.n }]
}
