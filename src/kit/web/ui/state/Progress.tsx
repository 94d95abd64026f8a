import type { ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import { t } from '../../../i18n.ts'
import { count } from '../../../words.ts'

export interface ProgressProps {
  /** “Importing answers” */
  label: string
  done: number
  /** null: nobody knows how much there is. */
  total: number | null
  /** “About 20 seconds left. You can leave this page.” */
  children?: ReactNode
}

/** Long work that can be left. */
export function Progress({ label, done, total, children }: ProgressProps) {
  return (
    <ProgressBar
      value={done}
      maxValue={total ?? 1}
      isIndeterminate={total === null}
      valueLabel={total === null ? undefined : t('{done} of {total}', { done: count(done), total: count(total) })}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="mb-1.5 flex justify-between gap-3 text-small">
            <Label>{label}</Label>
            <span className="text-ink-2">{total === null ? count(done) : valueText}</span>
          </div>
          <div className="h-1.5 overflow-hidden rounded-sm bg-hover">
            <div
              className="h-full bg-accent transition-[width] duration-(--calm)"
              style={{ width: `${percentage ?? 100}%`, opacity: total === null ? 0.4 : 1 }}
            />
          </div>
          {children && <p className="mt-1.5 text-small text-ink-3">{children}</p>}
        </>
      )}
    </ProgressBar>
  )
}
