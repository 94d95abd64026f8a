import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import type { ScoreBound } from '../../condition.ts'

const ways = ['atMost', 'atLeast', 'between', 'equals'] as const
type BoundComparison = (typeof ways)[number]

/** A bound, or one value exactly. */
export type Bounded = ScoreBound & { equals?: number | undefined }

export interface BoundFieldsProps {
  bound: Bounded
  values: readonly number[]
  onChange: (bound: Bounded) => void
  /** Offers one value exactly as well. */
  exact?: boolean
}

/** Which answers count: at most, at least, from … to, or exactly. */
export function BoundFields({ bound, values, onChange, exact }: BoundFieldsProps) {
  const way = wayOf(bound)
  const [low, high] = [bound.atLeast ?? bound.equals ?? bound.atMost ?? values[0]!, bound.atMost ?? values.at(-1)!]
  const value = (label: string, chosen: number, set: (value: number) => void) => (
    <Select
      label={label}
      value={String(chosen)}
      onChange={value => set(Number(value))}
      options={values.map(value => ({ id: String(value), label: String(value) }))}
    />
  )
  return (
    <div className={`grid gap-2 ${way === 'between' ? 'grid-cols-[2fr_1fr_1fr]' : 'grid-cols-2'}`}>
      <Select
        label={t('Answered with')}
        value={way}
        onChange={way => onChange(boundOf(way, low, high))}
        options={ways.filter(way => exact || way !== 'equals').map(way => ({ id: way, label: wayWords(way) }))}
      />
      {way === 'atMost' && value(t('Value'), high, high => onChange(boundOf(way, low, high)))}
      {(way === 'atLeast' || way === 'equals') && value(t('Value'), low, low => onChange(boundOf(way, low, high)))}
      {way === 'between' && value(t('From'), low, low => onChange(boundOf(way, low, Math.max(low, high))))}
      {way === 'between' && value(t('To'), high, high => onChange(boundOf(way, Math.min(low, high), high)))}
    </div>
  )
}

function wayOf({ atMost, atLeast, equals }: Bounded): BoundComparison {
  if (equals !== undefined) return 'equals'
  if (atMost === undefined) return 'atLeast'
  return atLeast === undefined ? 'atMost' : 'between'
}

function boundOf(way: BoundComparison, low: number, high: number): Bounded {
  if (way === 'between') return { atLeast: low, atMost: Math.max(low, high) }
  return way === 'atMost' ? { atMost: high } : way === 'atLeast' ? { atLeast: low } : { equals: low }
}

const wayWords = (way: BoundComparison): string =>
  ({ atMost: t('at most'), atLeast: t('at least'), between: t('from … to'), equals: t('exactly') })[way]
