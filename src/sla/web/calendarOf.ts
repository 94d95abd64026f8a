import type { WorkingCalendar, CalendarSpec } from '../calendar.ts'
import { resolveCalendar } from '../calendarSpec.ts'
import type { CalendarItem } from '../contract.ts'

/** A calendar of the list, ready to be asked. */
export function compileCalendarItem(items: readonly CalendarItem[], id: string): WorkingCalendar {
  const names = new Map(items.map(item => [item.id, item.name]))
  return resolveCalendar(new Map(items.map(item => [item.id, specOf(item)])), id, ref => names.get(ref) ?? ref)
}

const specOf = ({ tz, union, hours, holidays, special }: CalendarItem): CalendarSpec =>
  union ? { union, holidays } : { tz: tz ?? 'UTC', hours, holidays, special }

/** The zone in which times under a calendar are told. */
export const zoneOf = ({ places }: WorkingCalendar): string =>
  new Set(places.map(place => place.zone)).size === 1 ? places[0]!.zone : 'UTC'
