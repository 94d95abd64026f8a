import { t } from '../../i18n.ts'

/** How far the loop has come: steps done of acknowledged, contacted, resolved, confirmed. */
export type LoopSteps = 0 | 1 | 2 | 3 | 4

export interface LoopRingProps {
  done: LoopSteps
  /** How the next step stands; only what is soon or late has a colour. */
  next?: 'soon' | 'late'
  size?: number
  /** Stands beside words that say the same. */
  silent?: boolean
}

const arcs = [
  'M10.97 2.06A8 8 0 0 1 17.94 9.03',
  'M17.94 10.97A8 8 0 0 1 10.97 17.94',
  'M9.03 17.94A8 8 0 0 1 2.06 10.97',
  'M2.06 9.03A8 8 0 0 1 9.03 2.06',
]

/** The sign of the product and of an alert: a ring of four arcs. Only the customer closes the circle. */
export function LoopRing({ done, next, size = 20, silent }: LoopRingProps) {
  const name = silent ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': nameOf(done, next) } as const)
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      className="flex-none"
      {...name}
    >
      {done === 4 ? <Closed /> : arcs.map((d, i) => <path key={d} d={d} stroke={strokeOf(i, done, next)} />)}
    </svg>
  )
}

const Closed = () => (
  <>
    <circle cx="10" cy="10" r="8" stroke="var(--accent)" />
    <path d="m6.5 10.25 2.4 2.4 4.6-5" stroke="var(--accent)" strokeWidth="1.8" />
  </>
)

function strokeOf(arc: number, done: number, next: LoopRingProps['next']): string {
  if (arc < done) return 'var(--ink)'
  if (arc > done || !next) return 'var(--line-strong)'
  return next === 'late' ? 'var(--bad)' : 'var(--warn-mark)'
}

function nameOf(done: LoopSteps, next: LoopRingProps['next']): string {
  const state = [
    t('Loop: not yet acknowledged'),
    t('Loop: acknowledged'),
    t('Loop: contacted'),
    t('Loop: resolved'),
    t('Loop: confirmed by the customer'),
  ][done]!
  return next ? `${state}; ${next === 'late' ? t('next step late') : t('next step due soon')}` : state
}

/** The ring as the product's logo. */
export const Logo = ({ size = 20 }: { size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="3"
    aria-hidden="true"
    className="flex-none"
  >
    <path d="M10 2.5A7.5 7.5 0 1 1 3.5 6.25" strokeLinecap="round" />
    <circle cx="5.6" cy="3.9" r="1.7" fill="currentColor" stroke="none" />
  </svg>
)
