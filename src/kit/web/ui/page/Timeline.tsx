import type { ReactNode } from 'react'
import { dayAndClock } from '../../../words.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Sign, type StateIconKind } from '../Sign.tsx'

export interface TimelineEntry {
  id: string
  icon?: IconName
  sign?: StateIconKind
  /** “<b>Omar</b> spoke with the customer” */
  what: ReactNode
  /** “14:31”, from words.moment; the whole time in the title. */
  when?: string
  at?: string
  children?: ReactNode
}

/** What happened, newest first or what comes next, soonest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map(entry => (
        <li
          key={entry.id}
          className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-4 not-last:before:absolute not-last:before:start-[.5938rem] not-last:before:top-5.5 not-last:before:-bottom-0.5 not-last:before:w-px not-last:before:bg-line-strong last:pb-0"
        >
          <span className="relative grid size-5 place-items-center text-ink-3">
            {entry.sign ? <Sign kind={entry.sign} /> : <Icon name={entry.icon ?? 'check'} />}
          </span>
          <div>
            <div className="flex items-baseline justify-between gap-2">
              <span>{entry.what}</span>
              {entry.when && (
                <time
                  dateTime={entry.at}
                  title={entry.at && dayAndClock(entry.at)}
                  className="text-small whitespace-nowrap text-ink-3"
                >
                  {entry.when}
                </time>
              )}
            </div>
            {entry.children && <div className="text-small text-ink-2">{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
