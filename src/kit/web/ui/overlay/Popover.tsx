import type { ReactElement, ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { popoverClass } from '../optionClass.ts'

export interface PopoverProps {
  label: string
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'end bottom'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  className?: string
}

export function Popover({ label, trigger, children, placement = 'bottom start', open, onOpenChange, className }: PopoverProps) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover offset={4} placement={placement} className={cx(popoverClass, 'max-w-[calc(100vw-1rem)] overflow-y-auto')}>
        <Dialog aria-label={label} className={cx('p-3 outline-none', className)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
