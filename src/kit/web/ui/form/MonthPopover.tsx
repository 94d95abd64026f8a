import type { ReactNode } from 'react'
import { Button, DateInput, DateSegment, Dialog, Popover } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { segmentClass } from './DateField.tsx'
import { Icon } from '../Icon.tsx'
import { popoverClass } from '../optionClass.ts'

/** The month behind a date field, opened by its MonthButton. */
export const MonthPopover = ({ children }: { children: ReactNode }) => (
  <Popover offset={4} className={cx(popoverClass, 'p-3')}>
    <Dialog className="outline-none">{children}</Dialog>
  </Popover>
)

export const MonthButton = () => (
  <Button className="ms-auto grid size-6 flex-none place-items-center rounded-sm text-ink-3">
    <Icon name="calendar" />
  </Button>
)

export const TypedDay = ({ slot }: { slot?: 'start' | 'end' }) => (
  <DateInput slot={slot} className="flex min-w-0 items-center">
    {segment => <DateSegment segment={segment} className={segmentClass} />}
  </DateInput>
)
