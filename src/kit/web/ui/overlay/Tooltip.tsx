import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

/** More about a button or link; never the only place of a value or a reason. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <AriaTooltip
        offset={6}
        className="z-(--z-popover) max-w-64 rounded-md bg-ink px-2 py-1 text-small text-page shadow-popover"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
