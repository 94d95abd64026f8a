import type { Href } from '../../paths.ts'
import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { t } from '../../i18n.ts'
import { count, decimal, signed } from '../../words.ts'
import { TextLink } from '../ui/TextLink.tsx'
import { Figure } from './Figure.tsx'
import { MarkLink } from './MarkLink.tsx'

export interface WaterfallProps {
  label: string
  from: LevelOf
  to: LevelOf
  /** Their sum is exactly `to − from`. */
  steps: readonly StepOf[]
  caption?: ReactNode
}

/** How many answered then, and where they are to be read. */
export interface DrillDownLink {
  n: number
  href: Href
}

interface LevelOf {
  name: string
  value: number
  behind?: DrillDownLink
}

interface StepOf {
  name: string
  change: number
  now?: DrillDownLink
  before?: DrillDownLink
}

const row = 32

/** How one value became another: levels are lines, steps are bars, the sum is exact. */
export function Waterfall({ label, from, to, steps, caption }: WaterfallProps) {
  const levels = steps.reduce((all, step) => [...all, all.at(-1)! + step.change], [from.value])
  const told = from.behind !== undefined
  const head = [t('Part'), t('Points'), ...(told ? [t('Answers before'), t('Answers now')] : [])]
  const rows = [
    [from.name, decimal(from.value), ...(told ? [opened(from.behind), ''] : [])],
    ...steps.map(s => [s.name, signed(s.change), ...(told ? [opened(s.before), opened(s.now)] : [])]),
    [to.name, decimal(to.value), ...(told ? ['', opened(to.behind)] : [])],
  ]
  const marks = [from.behind, ...steps.map(step => step.now), to.behind]
  const names = [from.name, ...steps.map(step => step.name), to.name]
  const links = (width: number) =>
    marks.map(
      (mark, i) =>
        mark && (
          <MarkLink
            key={names[i]}
            href={mark.href}
            label={t('{name}: {n, plural, one {# answer} other {# answers}}', { name: names[i]!, n: mark.n })}
            at={{ x: 0, y: i * row, width, height: row }}
          />
        ),
    )
  return (
    <Figure
      label={label}
      caption={caption}
      height={(steps.length + 2) * row}
      table={{ head, rows }}
      links={told ? links : undefined}
    >
      {width => {
        const labels = Math.min(140, width * 0.36)
        const x = scaleLinear([Math.min(...levels, to.value), Math.max(...levels, to.value)], [labels + 44, width - 48]).nice(4)
        return (
          <>
            <Level name={from.name} value={from.value} x={x} at={0} />
            {steps.map((step, i) => (
              <Step key={step.name} name={step.name} change={step.change} before={levels[i]!} x={x} at={i + 1} />
            ))}
            <Level name={to.name} value={to.value} x={x} at={steps.length + 1} />
          </>
        )
      }}
    </Figure>
  )
}

const opened = (behind: DrillDownLink | undefined): ReactNode =>
  behind && behind.n > 0 ? (
    <TextLink look="open" href={behind.href}>
      {count(behind.n)}
    </TextLink>
  ) : (
    '–'
  )

type Scale = (value: number) => number

const Level = ({ name, value, x, at }: { name: string; value: number; x: Scale; at: number }) => (
  <g transform={`translate(0 ${at * row})`}>
    <text y="20" className="ink b">
      {name}
    </text>
    <path d={`M${x(value)} 4V28`} stroke="var(--ink)" strokeWidth="3" />
    <text x={x(value) + 8} y="20" className="ink b">
      {decimal(value)}
    </text>
  </g>
)

function Step({ name, change, before, x, at }: { name: string; change: number; before: number; x: Scale; at: number }) {
  const [start, end] = [x(before), x(before + change)]
  const down = change < 0
  return (
    <g transform={`translate(0 ${at * row})`}>
      <text y="20" className="ink2">
        {name}
      </text>
      <path d={`M${start} -4V6`} className="ax" />
      <rect
        x={Math.min(start, end)}
        y="6"
        width={Math.max(1.5, Math.abs(end - start))}
        height="20"
        fill={down ? 'var(--detractor)' : 'var(--promoter)'}
      />
      <text x={down ? end - 8 : end + 8} y="20" textAnchor={down ? 'end' : 'start'} className="ink b">
        {signed(change)}
      </text>
    </g>
  )
}
