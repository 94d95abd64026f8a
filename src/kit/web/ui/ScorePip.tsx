import { t } from '../../i18n.ts'
import { cx } from '../cx.ts'

export type Camp = 'detractor' | 'passive' | 'promoter'

export const campOf = (score: number): Camp => (score <= 6 ? 'detractor' : score <= 8 ? 'passive' : 'promoter')

const shapes: Record<Camp, string> = {
  detractor: 'rounded-[4px] border-detractor',
  passive: 'rounded-full border-dashed border-passive',
  promoter: 'rounded-full border-promoter',
}

/** A score as it was given. `camp` is by the 0–10 scale unless told; for stars and other scales pass it, or `null` for none. */
export function ScorePip({ score, camp = campOf(score), className }: { score: number; camp?: Camp | null; className?: string }) {
  const word = camp === null ? '' : { detractor: t('detractor'), passive: t('passive'), promoter: t('promoter') }[camp]
  return (
    <span
      className={cx(
        'inline-grid size-6 flex-none place-items-center border-[1.5px] text-small font-strong',
        camp ? shapes[camp] : 'rounded-sm border-line-strong',
        className,
      )}
    >
      {score}
      {word && <span className="sr-only"> {word}</span>}
    </span>
  )
}
