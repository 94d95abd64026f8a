import { t } from '../../kit/i18n.ts'
import { cx } from '../../kit/web/cx.ts'
import { type Camp, ScorePip } from '../../kit/web/ui/ScorePip.tsx'
import { scoreLevelOf } from '../headline.ts'
import type { HeadlineScore } from '../contract.ts'

const camps: Record<ReturnType<typeof scoreLevelOf>, Camp> = { low: 'detractor', middle: 'passive', high: 'promoter' }

const shape = (score: HeadlineScore): Camp => camps[scoreLevelOf(score)]

/** The score beside a name in a list. */
export const AlertScore = ({ score, className }: { score: HeadlineScore | null; className?: string }) =>
  score ? (
    <ScorePip score={score.value} camp={shape(score)} className={className} />
  ) : (
    <span className={cx('size-6', className)} />
  )

const marked: Record<Camp, string> = {
  detractor: 'border-detractor bg-detractor text-page',
  passive: 'border-passive bg-passive text-page',
  promoter: 'border-promoter bg-promoter text-page',
}

/** The whole scale with the answer on it. */
export function Scale({ score }: { score: HeadlineScore }) {
  const values = Array.from({ length: score.max - score.min + 1 }, (_, i) => score.min + i)
  const name = t('Answer {value} on a scale from {min} to {max}', { value: score.value, min: score.min, max: score.max })
  return (
    <div role="img" aria-label={name} className="flex gap-0.5" dir="ltr">
      {values.map(value => (
        <span
          key={value}
          aria-hidden="true"
          className={cx(
            'grid h-7 place-items-center rounded-sm border max-wide:flex-1',
            value === score.value
              ? `w-7 text-small font-strong ${marked[shape(score)]}`
              : 'w-5.5 border-line text-micro text-ink-3',
          )}
        >
          {value}
        </span>
      ))}
    </div>
  )
}
