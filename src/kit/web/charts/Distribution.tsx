import type { Href } from '../../paths.ts'
import { scaleLinear } from 'd3-scale'
import { t } from '../../i18n.ts'
import { count, percent } from '../../words.ts'
import { type Camp, campOf } from '../ui/ScorePip.tsx'
import { TextLink } from '../ui/TextLink.tsx'
import { Figure } from './Figure.tsx'
import { MarkLink, SMALLEST_MARK } from './MarkLink.tsx'

export interface DistributionProps {
  label: string
  /** How many gave each answer: for 0–10 eleven counts. */
  counts: readonly number[]
  /** What the answers are called; 0, 1, 2 … unless told. */
  names?: readonly string[]
  /** Colours and shares by camp: for the 0–10 question. */
  nps?: boolean
  height?: number
  /** Where the answers from one place to another (both counted from 0) are to be read: every number opens them. */
  href?: (from: number, to: number) => Href
}

const colours: Record<Camp, string> = { detractor: 'var(--detractor)', passive: 'var(--passive)', promoter: 'var(--promoter)' }

/** Who gave which answer: bars from zero. */
export function Distribution({
  label,
  counts,
  names = counts.map((_, i) => String(i)),
  nps,
  height = 96,
  href,
}: DistributionProps) {
  const all = counts.reduce((sum, n) => sum + n, 0)
  const rows = counts.map((n, i) => [
    names[i]!,
    href && n > 0 ? (
      <TextLink look="open" href={href(i, i)}>
        {count(n)}
      </TextLink>
    ) : (
      count(n)
    ),
    all ? percent(n / all) : '',
  ])
  return (
    <div>
      <Figure
        label={label}
        height={height}
        table={{ head: [t('Answer'), t('Given by'), t('Share')], rows }}
        links={href && (width => <Bars counts={counts} names={names} step={stepIn(width, counts)} height={height} href={href} />)}
      >
        {width => {
          const y = scaleLinear([0, Math.max(1, ...counts)], [0, height - 34])
          const step = stepIn(width, counts)
          return counts.map((n, i) => (
            <g key={names[i]}>
              <rect
                x={i * step + 1}
                y={height - 18 - y(n)}
                width={Math.max(2, step - 3)}
                height={y(n)}
                fill={nps ? colours[campOf(i)] : 'var(--cat-1)'}
              />
              <path className="ax" d={`M${i * step + 1} ${height - 17.5}h${Math.max(2, step - 3)}`} />
              <text x={i * step + step / 2} y={height - 4} textAnchor="middle">
                {names[i]}
              </text>
              {n === Math.max(...counts) && n > 0 && (
                <text x={i * step + step / 2} y={height - 22 - y(n)} textAnchor="middle" className="ink b">
                  {count(n)}
                </text>
              )}
            </g>
          ))
        }}
      </Figure>
      {nps && all > 0 && <Camps counts={counts} all={all} href={href} />}
    </div>
  )
}

const stepIn = (width: number, counts: readonly number[]): number => Math.min(48, width / counts.length)

interface BarsProps extends Required<Pick<DistributionProps, 'counts' | 'names' | 'height' | 'href'>> {
  step: number
}

/** Each bar opens the answers that it counts. */
const Bars = ({ counts, names, step, height, href }: BarsProps) =>
  step < SMALLEST_MARK
    ? null
    : counts.map(
        (n, i) =>
          n > 0 && (
            <MarkLink
              key={names[i]}
              href={href(i, i)}
              label={t('{n} answered {value}', { n: count(n), value: names[i]! })}
              at={{ x: i * step, y: 0, width: step, height }}
            />
          ),
      )

const ends: Record<Camp, readonly [number, number]> = { detractor: [0, 6], passive: [7, 8], promoter: [9, 10] }

function Camps({ counts, all, href }: { counts: readonly number[]; all: number; href: DistributionProps['href'] }) {
  const share = (camp: Camp) => percent(counts.reduce((sum, n, i) => sum + (campOf(i) === camp ? n : 0), 0) / all)
  return (
    <dl className="mt-1 flex gap-6 text-small">
      {(
        [
          ['detractor', t('detractors')],
          ['passive', t('passives')],
          ['promoter', t('promoters')],
        ] as const
      ).map(([camp, name]) => (
        <div key={camp} className="flex flex-col-reverse">
          <dt className="text-ink-3">{name}</dt>
          <dd className="flex items-center gap-1.5">
            <CampSign camp={camp} />
            {href ? (
              <TextLink look="open" href={href(...ends[camp])}>
                {share(camp)}
              </TextLink>
            ) : (
              share(camp)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Square, ring, disc: the camps have a shape each, never the colour alone. */
export const CampSign = ({ camp, size = 9 }: { camp: Camp; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 9 9" aria-hidden="true">
    {camp === 'detractor' && <rect width="9" height="9" rx="1.5" fill="var(--detractor)" />}
    {camp === 'passive' && <circle cx="4.5" cy="4.5" r="3.5" fill="none" stroke="var(--passive)" strokeWidth="1.8" />}
    {camp === 'promoter' && <circle cx="4.5" cy="4.5" r="4.5" fill="var(--promoter)" />}
  </svg>
)
