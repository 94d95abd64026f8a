export interface BarsProps {
  /** The shares in words. */
  label: string
  shares: readonly number[]
  names: readonly string[]
  /** The share that reaches the top: the same for all rows. */
  max: number
}

const height = 30
const step = 18

/** A distribution small enough for a row of a table; aligned with those above and below it. */
export const Bars = ({ label, shares, names, max }: BarsProps) => (
  <svg
    role="img"
    aria-label={label}
    width={shares.length * step}
    height={height + 13}
    className="chart block max-w-full"
    style={{ direction: 'ltr' }}
  >
    {shares.map((share, i) => {
      const tall = Math.max(share > 0 ? 1.5 : 0, (share / max) * height)
      return (
        <g key={names[i]}>
          <rect x={i * step + 1} y={height - tall} width={step - 3} height={tall} fill="var(--seq-4)" />
          <path className="ax" d={`M${i * step + 1} ${height + 0.5}h${step - 3}`} />
          <text x={i * step + step / 2 - 0.5} y={height + 12} textAnchor="middle" fontSize="10">
            {names[i]}
          </text>
        </g>
      )
    })}
  </svg>
)
