export interface IntervalProps {
  /** “14.3, between 7.1 and 21.5; 32 in the quarter before” */
  label: string
  value: number
  low: number
  high: number
  /** The same for all rows of a table, so that they can be compared down the column. */
  domain: readonly [number, number]
  /** A line through all rows: zero, or everybody's value. */
  line?: number
  /** The value before: a hollow dot. */
  before?: number
  tone?: 'plain' | 'good' | 'bad'
  /** May be chance: hollow and grey. */
  chance?: boolean
  width?: number | string
}

const tones = { plain: 'var(--cat-1)', good: 'var(--good)', bad: 'var(--detractor)' }

/** An estimate as a dot on the bar of its 95 % interval. */
export function Interval({
  label,
  value,
  low,
  high,
  domain: [from, to],
  line,
  before,
  tone = 'plain',
  chance,
  width = '9rem',
}: IntervalProps) {
  const x = (v: number) => `${(Math.max(0, Math.min(1, (v - from) / (to - from || 1))) * 100).toFixed(2)}%`
  const colour = chance ? 'var(--axis)' : tones[tone]
  return (
    <svg
      role="img"
      aria-label={label}
      height="16"
      style={{ width, direction: 'ltr' }}
      className="chart inline-block max-w-full overflow-visible align-middle"
    >
      <line x1="0" x2="100%" y1="8" y2="8" stroke="var(--line)" />
      <line x1={x(low)} x2={x(high)} y1="8" y2="8" stroke={colour} strokeWidth="6" opacity=".35" />
      {line !== undefined && <line x1={x(line)} x2={x(line)} y1="0" y2="16" stroke="var(--axis)" strokeDasharray="2 2" />}
      {before !== undefined && <circle cx={x(before)} cy="8" r="3.25" fill="none" stroke="var(--ink-2)" strokeWidth="1.25" />}
      <circle cx={x(value)} cy="8" r="4" fill={chance ? 'var(--page)' : colour} stroke={colour} strokeWidth="1.5" />
    </svg>
  )
}
