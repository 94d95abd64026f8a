import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

export interface SparklineProps {
  /** “18 months, from 28 to 14” */
  label: string
  values: readonly (number | null)[]
  width?: number
  height?: number
}

/** The course of a value, without a scale: beside the value itself. */
export function Sparkline({ label, values, width = 64, height = 18 }: SparklineProps) {
  const known = values.filter(v => v !== null)
  const [min, max] = [Math.min(...known), Math.max(...known)]
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [1, width - 4])
  const y = scaleLinear([min, max === min ? min + 1 : max], [height - 3, 3])
  const path = line<number | null>()
    .defined(v => v !== null)
    .x((_, i) => x(i))
    .y(v => y(v!))
  const last = values.at(-1)
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      className="inline-block align-middle"
      style={{ direction: 'ltr' }}
    >
      <path
        d={path(values as (number | null)[]) ?? ''}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      {last !== null && last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="var(--ink)" />}
    </svg>
  )
}
