import {
  Button,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Icon } from '../Icon.tsx'

const arrow =
  'grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover data-disabled:text-ink-disabled pointer-coarse:size-10'
const cell =
  'grid h-8 w-9 place-items-center rounded-md cursor-pointer outline-none data-hovered:bg-hover data-outside-month:hidden data-today:inset-ring data-today:inset-ring-[var(--control)] data-selected:bg-accent data-selected:font-strong data-selected:text-on-accent data-unavailable:text-ink-3 data-unavailable:line-through data-disabled:text-ink-disabled data-disabled:cursor-default data-focus-visible:outline-2'

/** One month to choose from; inside a Calendar or RangeCalendar of react-aria. */
export function Month({ range }: { range?: boolean }) {
  const inRange =
    range &&
    'data-selected:rounded-none data-selected:bg-selected data-selected:text-ink data-selection-start:rounded-s-md data-selection-start:!bg-accent data-selection-start:!text-on-accent data-selection-end:rounded-e-md data-selection-end:!bg-accent data-selection-end:!text-on-accent'
  return (
    <>
      <header className="flex items-center gap-1 px-1 pb-2">
        <Heading className="me-auto font-strong" />
        <Button slot="previous" className={arrow}>
          <Icon name="previous" />
        </Button>
        <Button slot="next" className={arrow}>
          <Icon name="next" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="narrow" className="text-small">
        <CalendarGridHeader>
          {day => <CalendarHeaderCell className="h-7 text-center font-regular text-ink-3">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{date => <CalendarCell date={date} className={cx(cell, inRange)} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  )
}
