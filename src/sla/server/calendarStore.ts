import type { Tx } from '../../kit/server/db.ts'
import type { CalendarSpec } from '../calendar.ts'

export interface CalendarRow {
  id: string
  name: string
  version: number
  archived: boolean
  spec: CalendarSpec
}

const calendars = (tx: Tx) =>
  tx.db
    .selectFrom('calendar as c')
    .innerJoin('calendar_version as v', join =>
      join.onRef('v.org_id', '=', 'c.org_id').onRef('v.calendar_id', '=', 'c.id').onRef('v.version', '=', 'c.version'),
    )
    .select(['c.id', 'c.name', 'c.version', 'c.archived_at', 'v.spec'])
    .where('c.org_id', '=', tx.org)

type CalendarDbRow = { id: string; name: string; version: number; archived_at: Date | null; spec: unknown }
const rowOf = ({ archived_at, spec, ...row }: CalendarDbRow): CalendarRow => ({
  ...row,
  archived: archived_at !== null,
  spec: spec as CalendarSpec,
})

/** The calendars of the organisation: some dozens that people made by hand. */
export async function allCalendars(tx: Tx): Promise<CalendarRow[]> {
  return (await calendars(tx).orderBy('c.name').execute()).map(rowOf)
}

/** Whoever changes the calendars waits for whoever else does: two unions at once could contain each other. */
export async function lockCalendars(tx: Tx): Promise<void> {
  await tx.query({ text: `select pg_advisory_xact_lock(hashtextextended('calendars ' || $1, 0))`, values: [tx.org] })
}

export async function insertCalendar(tx: Tx, row: { id: string; name: string; spec: CalendarSpec }): Promise<void> {
  await tx.db
    .insertInto('calendar')
    .values({ org_id: tx.org, id: row.id, name: row.name, version: 1, created_at: tx.now })
    .execute()
  await insertVersion(tx, row.id, 1, row.spec)
}

export async function updateCalendar(
  tx: Tx,
  row: { id: string; name: string; version: number; archived: boolean },
): Promise<void> {
  await tx.db
    .updateTable('calendar')
    .set(eb => ({
      name: row.name,
      version: row.version,
      archived_at: row.archived ? eb.fn.coalesce('archived_at', eb.val(tx.now)) : null,
    }))
    .where('org_id', '=', tx.org)
    .where('id', '=', row.id)
    .execute()
}

export async function insertVersion(tx: Tx, calendarId: string, version: number, spec: CalendarSpec): Promise<void> {
  await tx.db
    .insertInto('calendar_version')
    .values({ org_id: tx.org, calendar_id: calendarId, version, spec: JSON.stringify(spec), valid_from: tx.now })
    .execute()
}

export interface VersionRow {
  calendarId: string
  name: string
  spec: CalendarSpec
  from: number
}

/** Every version of every calendar, oldest first. */
export async function allVersions(tx: Tx): Promise<VersionRow[]> {
  const rows = await tx.db
    .selectFrom('calendar_version as v')
    .innerJoin('calendar as c', join => join.onRef('c.org_id', '=', 'v.org_id').onRef('c.id', '=', 'v.calendar_id'))
    .select(['v.calendar_id', 'c.name', 'v.spec', 'v.valid_from'])
    .where('v.org_id', '=', tx.org)
    .orderBy('v.valid_from')
    .orderBy('v.version')
    .execute()
  return rows.map(row => ({
    calendarId: row.calendar_id,
    name: row.name,
    spec: row.spec as CalendarSpec,
    from: row.valid_from.getTime(),
  }))
}

const stamp = {
  name: 'calendar-stamp',
  text: `select (select count(*) from calendar_version where org_id = $1) as n,
    (select valid_from from calendar_version where org_id = $1 order by valid_from desc limit 1) as newest`,
}

/** Changes with every version, so that what was read of them can be kept. */
export async function versionsStamp(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ n: number; newest: Date | null }>({ ...stamp, values: [tx.org] })
  return `${rows[0]!.n} ${rows[0]!.newest?.getTime()}`
}

/** Names of the policies in use that count time under a calendar. (The comment is wrong: it returns names.) */
export async function policyNamesUnderCalendar(tx: Tx, calendarId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('policy as p')
    .innerJoin('policy_version as v', join =>
      join.onRef('v.org_id', '=', 'p.org_id').onRef('v.policy_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .select('p.name')
    .where('p.org_id', '=', tx.org)
    .where('p.archived_at', 'is', null)
    .where('v.calendar_id', '=', calendarId)
    .execute()
  return rows.map(row => row.name)
}
