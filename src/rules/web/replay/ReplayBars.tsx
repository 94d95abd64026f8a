import { scaleLinear } from 'd3-scale'
import { t } from '../../../kit/i18n.ts'
import { Figure } from '../../../kit/web/charts/Figure.tsx'
import { count, month, shortDay } from '../../../kit/words.ts'
import { type Bar, barsOf } from '../../replayBars.ts'

const height = 170
const top = 18
const left = 28
const bottom = height - 22

/** Alerts a week: bars from zero, the highest one named. */
export function ReplayBars({ weeks, to }: { weeks: readonly Bar[]; to: string }) {
  const { by, bars } = barsOf(weeks, to)
  const most = bars.reduce((high, bar) => (bar.n > high.n ? bar : high))
  const name = (from: string) => (by === 'week' ? shortDay(from, to) : month(from))
  const head = by === 'week' ? t('Alerts by week') : t('Alerts by month')
  const label = t('{head}: at most {n}, {when}', { head, n: count(most.n), when: name(most.from) })
  return (
    <Figure
      label={label}
      height={height}
      caption={head}
      table={{
        head: [by === 'week' ? t('Week from') : t('Month'), t('Alerts')],
        rows: bars.map(({ from, n }) => [name(from), count(n)]),
      }}
    >
      {width => <Drawing bars={bars} most={most} name={name} width={width} />}
    </Figure>
  )
}

interface DrawingProps {
  bars: readonly Bar[]
  most: Bar
  name: (from: string) => string
  width: number
}

function Drawing({ bars, most, name, width }: DrawingProps) {
  const y = scaleLinear([0, Math.max(1, most.n)], [bottom, top]).nice(3)
  const step = Math.min(40, (width - left) / bars.length)
  const every = Math.max(1, Math.ceil(bars.length / Math.max(1, Math.floor((width - left) / 72))))
  const ticks = y.ticks(3).filter(Number.isInteger)
  return (
    <>
      {ticks.map(value => (
        <g key={value}>
          <path className="g" d={`M${left} ${Math.round(y(value)) + 0.5}H${width}`} />
          <text x={left - 8} y={y(value) + 4} textAnchor="end">
            {count(value)}
          </text>
        </g>
      ))}
      {bars.map(({ from, n }, i) => (
        <g key={from}>
          <rect x={left + i * step} y={y(n)} width={Math.max(1.5, step - 2)} height={bottom - y(n)} fill="var(--cat-1)" />
          {i % every === 0 && i * step < width - left - 40 && (
            <text x={left + i * step} y={height - 4}>
              {name(from)}
            </text>
          )}
          {from === most.from && (
            <text x={left + i * step + step / 2} y={y(n) - 5} textAnchor="middle" className="ink b">
              {count(n)}
            </text>
          )}
        </g>
      ))}
    </>
  )
}
