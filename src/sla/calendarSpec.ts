import { z } from 'zod'
import { hours, zone } from '../accounts/orgSettings.ts'
import { day, name } from '../kit/contract.ts'
import { type WorkingCalendar, type CalendarSpec, compileCalendar, type OpeningTimes } from './calendar.ts'

const fromMidnight = ([open]: OpeningTimes) => open !== '24:00'
const namesADate = (issue: { code?: string }) => (issue.code === 'invalid_key' ? 'is not a date such as 2026-12-24' : undefined)
const openings = z.array(
  z
    .tuple([clockTime(), clockTime()], 'must be an opening and a closing time such as ["09:00", "17:00"]')
    .refine(([open, close]) => open !== close, 'opens and closes at the same time; a whole day is 00:00 to 24:00')
    .refine(fromMidnight, 'opens at 24:00; the next day begins at 00:00'),
)

function clockTime() {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00')
}

/** Hours of a calendar of one place, as people and other systems write them. */
export const placeSpec = {
  tz: zone,
  hours: hours.refine(
    week => Object.values(week).flat().every(fromMidnight),
    'nothing opens at 24:00; the next day begins at 00:00',
  ),
  holidays: z.array(z.union([day, z.object({ date: day, name })], 'must be a date such as 2026-12-25')).max(2000),
  special: z.record(day, openings.max(6), { error: namesADate }),
}

/** A calendar in JSON, for the preview: `union` names others in the same object. */
export const calendarSpec = z
  .object({
    tz: placeSpec.tz.optional(),
    hours: placeSpec.hours.nullish(),
    holidays: placeSpec.holidays.nullish(),
    special: placeSpec.special.nullish(),
    union: z.array(z.string()).min(1, 'must name at least one calendar').nullish(),
  })
  .refine(spec => spec.union || spec.tz, {
    path: ['tz'],
    message: 'must be a time zone such as Europe/Berlin, or union a list of calendars',
  })
  .transform(
    ({ tz, hours, holidays, special, union }): CalendarSpec => ({
      tz,
      hours: hours ?? undefined,
      holidays: holidays ?? undefined,
      special: special ?? undefined,
      union: union ?? undefined,
    }),
  )

/** A calendar out of those that know each other by name. Throws RangeError with words where a name is unknown or leads round in a ring. */
export function resolveCalendar(
  specs: ReadonlyMap<string, CalendarSpec>,
  ref: string,
  nameOf: (ref: string) => string = ref => ref,
  above: readonly string[] = [],
): WorkingCalendar {
  const spec = specs.get(ref)
  if (!spec) throw new RangeError(`There is no calendar “${nameOf(ref)}”.`)
  if (above.includes(ref)) throw new RangeError(`The calendar “${nameOf(ref)}” contains itself.`)
  return compileCalendar(nameOf(ref), spec, member => resolveCalendar(specs, member, nameOf, [...above, ref]))
}
