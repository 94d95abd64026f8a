export interface ShareBarProps {
  /** “29 %, between 24 and 34” */
  label: string
  /** From 0 to 1, with its 95 % interval. */
  share: number
  low?: number
  high?: number
  /** The end of the scale: the same for all rows. */
  max?: number
  width?: number | string
}

/** A share: a bar from zero with the thin line of its interval. */
export function ShareBar({ label, share, low, high, max = 1, width = '8rem' }: ShareBarProps) {
  const x = (v: number) => `${(Math.max(0, Math.min(1, v / max)) * 100).toFixed(2)}%`
  return (
    <svg
      role="img"
      aria-label={label}
      height="16"
      style={{ width, direction: 'ltr' }}
      className="inline-block max-w-full overflow-visible align-middle"
    >
      <rect x="0" y="3" width={x(share)} height="10" fill="var(--seq-4)" />
      {low !== undefined && high !== undefined && (
        <line x1={x(low)} x2={x(high)} y1="8" y2="8" stroke="var(--ink-2)" strokeWidth="1.5" />
      )}
    </svg>
  )
}
