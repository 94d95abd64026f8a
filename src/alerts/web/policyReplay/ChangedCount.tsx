import { t } from '../../../kit/i18n.ts'
import { count } from '../../../kit/words.ts'

/** “41 → 12”; what stays is told once, and quietly. */
export function ChangedCount({ before, after }: { before: number; after: number }) {
  if (before === after) return <span className="text-ink-2">{count(after)}</span>
  return (
    <span className="whitespace-nowrap">
      <span className="text-ink-2">{count(before)}</span>
      <span aria-hidden className="text-ink-3">
        {' → '}
      </span>
      <span className="sr-only">{t('before, and after')}</span>
      <b>{count(after)}</b>
    </span>
  )
}
