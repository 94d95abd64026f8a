import type { Href } from '../../paths.ts'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { t } from '../../i18n.ts'
import { count, decimal, half as halfOf, month as monthName } from '../../words.ts'
import { TextLink } from '../ui/TextLink.tsx'
import { Figure } from './Figure.tsx'
import { MarkLink, SMALLEST_MARK } from './MarkLink.tsx'

export interface TrendPoint {
  /** First day of the period: `2026-03-01`. */
  at: string
  /** null: nothing was answered, or it may not be shown; the line has a gap. */
  value: number | null
  low?: number
  high?: number
  n?: number
  /** The period still runs: dashed to a hollow dot. */
  unfinished?: boolean
}

export interface TrendProps {
  label: string
  points: readonly TrendPoint[]
  /** What happened, as a dotted vertical with its name on top. */
  events?: readonly { at: string; label: string }[]
  /** Smallest and largest value the figure can have, so that the axis does not exceed them. */
  bounds?: readonly [number, number]
  /** How a value is written; one decimal unless told. */
  format?: (value: number) => string
  /** How a period is called; “Mar 2026” unless told. */
  period?: (at: string) => string
  caption?: ReactNode
  height?: number
  /** Where the answers of a period are to be read. */
  href?: ((at: string) => Href) | undefined
}

type KnownPoint = TrendPoint & { value: number }
interface Frame {
  x: (at: string) => number
  y: ScaleLinear<number, number>
  right: number
  bottom: number
  narrow: boolean
}

const top = 24
const left = 32

/** A value over time: a line in its 95 % band. */
export function Trend({
  label,
  points,
  events = [],
  bounds,
  format = v => decimal(v),
  period = monthName,
  caption,
  height = 240,
  href,
}: TrendProps) {
  const head = [t('Period'), t('Value'), t('95 % interval'), t('Answers')]
  const rows = points.map(p => [
    period(p.at),
    p.value === null ? t('not shown') : format(p.value),
    p.value === null || p.low === undefined ? '' : `${format(p.low)} – ${format(p.high!)}`,
    p.value === null || p.n === undefined ? (
      ''
    ) : href ? (
      <TextLink look="open" href={href(p.at)}>
        {count(p.n)}
      </TextLink>
    ) : (
      count(p.n)
    ),
  ])
  const links =
    href && ((width: number) => <Points frame={frameOf(points, bounds, width, height)} {...{ points, period, format, href }} />)
  return (
    <Figure label={label} caption={caption} height={height} table={{ head, rows }} links={links}>
      {width => <Drawing frame={frameOf(points, bounds, width, height)} {...{ points, events, format, period, width }} />}
    </Figure>
  )
}

function frameOf(points: readonly TrendPoint[], bounds: TrendProps['bounds'], width: number, height: number): Frame {
  const values = points.flatMap(p => (p.value === null ? [] : [p.low ?? p.value, p.high ?? p.value]))
  const [min, max] = values.length ? [Math.min(...values), Math.max(...values)] : [0, 1]
  const y = scaleLinear([min, max === min ? min + 1 : max], [height - 24, top]).nice(4)
  const [from, to] = y.domain() as [number, number]
  if (bounds) y.domain([Math.max(from, bounds[0]), Math.min(to, bounds[1])])
  const narrow = width < 480
  const right = width - (narrow ? 52 : 96)
  const times = points.map(p => Date.parse(p.at))
  const x = scaleLinear([times[0] ?? 0, times.at(-1) ?? 1], [left, right])
  return { x: at => (times.length < 2 ? (left + right) / 2 : x(Date.parse(at))), y, right, bottom: height - 24, narrow }
}

type PointsProps = Required<Pick<TrendProps, 'points' | 'format' | 'period'>> & { frame: Frame; href: (at: string) => Href }

/** Each period opens the answers that it counts, wherever there is room for a finger. */
function Points({ points, frame: { x, right, bottom }, format, period, href }: PointsProps) {
  const room = (right - left) / Math.max(1, points.length - 1)
  if (room < SMALLEST_MARK) return null
  const width = Math.min(room, 64)
  return points.map(
    ({ at, value, n }) =>
      value !== null && (
        <MarkLink
          key={at}
          href={href(at)}
          label={t('{period}: {value}, {n, plural, one {# answer} other {# answers}}', {
            period: period(at),
            value: format(value),
            n: n ?? 0,
          })}
          at={{ x: x(at) - width / 2, y: top, width, height: bottom - top }}
        />
      ),
  )
}

interface DrawingProps extends Required<Pick<TrendProps, 'points' | 'events' | 'format' | 'period'>> {
  frame: Frame
  width: number
}

function Drawing({ frame, points, events, format, period, width }: DrawingProps) {
  const { x, y } = frame
  const isKnown = (p: TrendPoint): p is KnownPoint => p.value !== null
  const done = points.filter(p => !p.unfinished)
  const band = area<TrendPoint>()
    .defined(p => p.low !== undefined && p.value !== null)
    .x(p => x(p.at))
    .y0(p => y(p.low!))
    .y1(p => y(p.high!))
  const path = line<TrendPoint>()
    .defined(isKnown)
    .x(p => x(p.at))
    .y(p => y(p.value!))
  const last = points.findLast(isKnown)
  const before = done.findLast(isKnown)
  return (
    <>
      <Axes frame={frame} points={points} period={period} width={width} />
      <path d={band(points as TrendPoint[]) ?? ''} fill="var(--band)" />
      {events.map(event => (
        <Event key={event.at + event.label} frame={frame} {...event} />
      ))}
      <path
        d={path(done as TrendPoint[]) ?? ''}
        fill="none"
        stroke="var(--cat-1)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {points.map(
        (p, i) =>
          isKnown(p) && isAlone(points, i) && <circle key={p.at} cx={x(p.at)} cy={y(p.value)} r="3" fill="var(--cat-1)" />,
      )}
      {last?.unfinished && before && points.indexOf(before) === points.indexOf(last) - 1 && (
        <path
          d={`M${x(before.at)} ${y(before.value)}L${x(last.at)} ${y(last.value)}`}
          stroke="var(--cat-1)"
          strokeWidth="2"
          strokeDasharray="2 4"
        />
      )}
      {last && <End point={last} frame={frame} format={format} period={period} />}
    </>
  )
}

// A value between two gaps has no line: it is drawn as a dot.
const isAlone = (points: readonly TrendPoint[], i: number): boolean =>
  !points[i]!.unfinished &&
  (points[i - 1]?.value ?? null) === null &&
  (points[i + 1]?.unfinished || (points[i + 1]?.value ?? null) === null)

function Axes({
  frame,
  points,
  period,
  width,
}: {
  frame: Frame
  points: readonly TrendPoint[]
  period: (at: string) => string
  width: number
}) {
  const named = labelled(points, frame)
  return (
    <>
      {frame.y.ticks(4).map(value => (
        <g key={value}>
          <path className="g" d={`M${left} ${Math.round(frame.y(value)) + 0.5}H${frame.right}`} />
          <text x={left - 8} y={frame.y(value) + 4} textAnchor="end">
            {decimal(value, value % 1 ? 1 : 0)}
          </text>
        </g>
      ))}
      {named.map(({ at }, i) => (
        <text
          key={at}
          x={Math.min(frame.x(at), width - 30)}
          y={frame.bottom + 18}
          textAnchor={i === 0 && points.length > 1 ? 'start' : 'middle'}
        >
          {period(at)}
        </text>
      ))}
    </>
  )
}

/** Every so many periods one is named; where periods are missing, only those that do not stand on each other. */
function labelled(points: readonly TrendPoint[], { x, right }: Frame): TrendPoint[] {
  const step = Math.max(1, Math.ceil(points.length / Math.max(1, Math.floor((right - left) / 84))))
  const named: TrendPoint[] = []
  for (const [i, point] of points.entries()) {
    const before = named.at(-1)
    if (i % step === 0 && (!before || x(point.at) - x(before.at) >= 78)) named.push(point)
  }
  return named
}

function Event({ frame, at, label }: { frame: Frame; at: string; label: string }) {
  const x = frame.x(at)
  const side = x > (left + frame.right) / 2 ? 'end' : 'start'
  return (
    <>
      <path d={`M${x} ${top - 6}V${frame.bottom}`} stroke="var(--ink-3)" strokeDasharray="1 3" />
      <text x={x + (side === 'end' ? -4 : 4)} y={top - 10} textAnchor={side} className="ink2">
        {label}
      </text>
    </>
  )
}

function End({
  point,
  frame,
  format,
  period,
}: {
  point: KnownPoint
  frame: Frame
  format: (v: number) => string
  period: (at: string) => string
}) {
  const [x, y] = [frame.x(point.at), frame.y(point.value)]
  // On a phone there is room for the value alone; the band shows the rest.
  const half = point.low === undefined || frame.narrow ? '' : ` ${halfOf(point.low, point.high!)}`
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r="4"
        fill={point.unfinished ? 'var(--page)' : 'var(--cat-1)'}
        stroke="var(--cat-1)"
        strokeWidth="2"
      />
      <text x={x + 9} y={y + 4}>
        <tspan className="ink b">{format(point.value)}</tspan>
        {half}
      </text>
      <text x={x + 9} y={y + 19}>
        {point.unfinished ? t('so far') : period(point.at)}
      </text>
    </>
  )
}
