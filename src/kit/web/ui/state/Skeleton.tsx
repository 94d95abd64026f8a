import { t } from '../../../i18n.ts'
import { cx } from '../../cx.ts'

/** One grey bar; several make the shape of what is coming. */
export const Bone = ({ className = 'h-3 rounded-sm' }: { className?: string }) => (
  <span className={cx('block bg-hover', className)} />
)

const widths = ['w-[70%]', 'w-[52%]', 'w-[64%]', 'w-[46%]']

/** Rows of a list while it loads. */
export function Skeleton({ rows = 4, label = t('Loading'), round = true }: { rows?: number; label?: string; round?: boolean }) {
  return (
    <div role="status" aria-busy="true" aria-label={label} className="grid gap-4 py-2">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="flex items-center gap-2">
          {round && <Bone className="size-6 flex-none rounded-full" />}
          <span className="flex-1">
            <Bone className={cx('h-3 rounded-sm', widths[i % 4])} />
            <Bone className={cx('mt-1.5 h-3 rounded-sm opacity-60', widths[(i + 1) % 4])} />
          </span>
        </div>
      ))}
    </div>
  )
}
