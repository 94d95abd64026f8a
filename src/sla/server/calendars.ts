import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import type { CalendarSpec } from '../calendar.ts'
import { resolveCalendar } from '../calendarSpec.ts'
import {
  allCalendars,
  type CalendarRow,
  insertCalendar,
  insertVersion,
  lockCalendars,
  policyNamesUnderCalendar,
  updateCalendar,
} from './calendarStore.ts'
import { replanAfter } from './replan.ts'

type CalendarFields = CalendarSpec & { name?: string | undefined; archived?: boolean | undefined }

export async function addCalendar(tx: Tx, { name, ...fields }: CalendarFields & { name: string }): Promise<string> {
  await lockCalendars(tx)
  const others = await allCalendars(tx)
  const row = { id: newId(), name: tidy(name), spec: specOf(fields, others) }
  check(row, others)
  await insertCalendar(tx, row)
  await record(tx, 'calendar.created', { type: 'calendar', id: row.id }, { name: row.name, ...row.spec })
  announce(tx, 'calendars', row.id)
  return row.id
}

/** An edit acts from now on: a new version, and new due times for the clocks that run under it. */
export async function changeCalendar(tx: Tx, id: string, { name, archived, ...fields }: CalendarFields): Promise<void> {
  await lockCalendars(tx)
  const all = await allCalendars(tx)
  const before = all.find(row => row.id === id)
  if (!before) throw notFound('calendar')
  const others = all.filter(row => row.id !== id)
  const spec = specOf(
    { ...(fields.union ? {} : fields.tz || fields.hours ? { ...before.spec, union: undefined } : before.spec), ...given(fields) },
    all,
  )
  const after = { id, name: tidy(name ?? before.name), spec, archived: archived ?? before.archived, version: before.version + 1 }
  check(after, others)
  if (after.archived && !before.archived) await mayArchive(tx, before, others)
  await updateCalendar(tx, after)
  await insertVersion(tx, id, after.version, spec)
  await record(
    tx,
    'calendar.changed',
    { type: 'calendar', id },
    { from: calendarRecordDetail(before), to: calendarRecordDetail(after) },
  )
  await replanAfter(tx, { calendarId: id })
  announce(tx, 'calendars', id)
}

const calendarRecordDetail = ({ name, archived, spec }: Pick<CalendarRow, 'name' | 'archived' | 'spec'>) => ({
  name,
  archived,
  ...spec,
})

const given = (fields: CalendarSpec): CalendarSpec =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Hours of its own or a union, never both; members are kept by id. */
function specOf({ tz, hours, holidays, special, union }: CalendarSpec, known: readonly CalendarRow[]): CalendarSpec {
  if (!union) {
    if (!tz) throw badInput('tz', 'Name a time zone such as Europe/Berlin, or the calendars of a union.')
    return { tz, hours: hours ?? {}, holidays: holidays ?? [], special: special ?? {} }
  }
  return { union: [...new Set(union.map((ref, i) => findCalendarByRef(ref, known, `union.${i}`).id))], holidays: holidays ?? [] }
}

/** A calendar by its id or its name. */
export function findCalendarByRef(ref: string, known: readonly CalendarRow[], path: string): CalendarRow {
  const wanted = ref.trim().toLowerCase()
  const found = known.find(row => row.id === wanted) ?? known.find(row => !row.archived && row.name.toLowerCase() === wanted)
  if (!found) throw badInput(path, `There is no calendar “${ref}”.`)
  return found
}

function check(row: { id: string; name: string; spec: CalendarSpec }, others: readonly CalendarRow[]): void {
  if (others.some(other => !other.archived && other.name.toLowerCase() === row.name.toLowerCase())) {
    throw new AppError('already_exists', `There is a calendar “${row.name}” already.`, [{ path: 'name', message: 'Is taken.' }])
  }
  try {
    const names = new Map(others.map(other => [other.id, other.name]))
    resolveCalendar(new Map([...others, row].map(({ id, spec }) => [id, spec])), row.id, ref => names.get(ref) ?? row.name)
  } catch (error) {
    throw error instanceof RangeError ? badInput('union', error.message) : error
  }
}

async function mayArchive(tx: Tx, { id, name }: CalendarRow, others: readonly CalendarRow[]): Promise<void> {
  const unions = others.filter(other => !other.archived && other.spec.union?.includes(id)).map(other => other.name)
  const users = [...(await policyNamesUnderCalendar(tx, id)), ...unions]
  if (users.length) {
    throw new AppError(
      'conflict',
      `“${name}” is used by ${users.map(user => `“${user}”`).join(', ')}. Choose another calendar there first.`,
    )
  }
}

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ')
