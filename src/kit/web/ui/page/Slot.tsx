import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { cx } from '../../cx.ts'

/** A place in a sentence that can be pressed and chosen anew: the trigger of a Menu or Popover. */
export const Slot = ({ children, add, label }: { children: ReactNode; add?: boolean; label?: string }) => (
  <Button
    aria-label={label}
    className={cx(
      'mx-px inline rounded-t-sm px-1 text-start leading-[1.5] hover:bg-selected',
      add
        ? 'border-b border-dashed border-control font-regular text-ink-3'
        : 'border-b-2 border-accent bg-accent-tint font-strong text-ink',
    )}
  >
    {children}
  </Button>
)

/** One clause: its word in the margin, its sentence beside it. */
export const Clause = ({ word, children }: { word: string; children: ReactNode }) => (
  <div className="grid grid-cols-[4rem_minmax(0,1fr)] gap-3 max-wide:mb-2 max-wide:grid-cols-1 max-wide:gap-0">
    <span className="text-end text-small leading-[2.375rem] text-ink-3 max-wide:text-start max-wide:leading-normal">{word}</span>
    <div className="text-title leading-[2.375rem] font-regular max-wide:text-read max-wide:leading-[2.125rem]">{children}</div>
  </div>
)
