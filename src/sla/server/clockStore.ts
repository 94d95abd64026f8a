import type { SystemTx, Tx } from '../../kit/server/db.ts'
import type { Clock, Phase } from '../clock.ts'
import type { Piece } from '../pieces.ts'

export interface Subject {
  type: string
  id: string
}

/** A clock as it lies in the database. */
export interface ClockRow extends Clock {
  id: string
  subject: Subject
  target_name: string
  policyId: string
  policyVersion: number
  calendarId: string
  priority: string
  round: number
  pieces: readonly Piece[]
  startedAt: number | null
  /** Steps that have fired in this round. */
  fired: readonly string[]
}

/** What is worked out of a clock and kept beside it, so that it can be found. */
export interface Plan {
  dueAt: number | null
  nextAt: number | null
}

interface Raw {
  id: string
  subject_type: string
  subject_id: string
  target: string
  policy_id: string
  policy_version: number
  calendar_id: string
  priority: string
  phase: Phase
  round: number
  target_ms: number | null
  warn_ms: number | null
  elapsed_ms: number
  counted_at: Date
  warned_at: Date | null
  breached_at: Date | null
  breached_ms: number | null
  pieces: Piece[]
  started_at: Date | null
  fired: string[]
}

const rowOf = (raw: Raw): ClockRow => ({
  id: raw.id,
  subject: { type: raw.subject_type, id: raw.subject_id },
  target_name: raw.target,
  policyId: raw.policy_id,
  policyVersion: raw.policy_version,
  calendarId: raw.calendar_id,
  priority: raw.priority,
  phase: raw.phase,
  round: raw.round,
  target: raw.target_ms,
  warnBefore: raw.warn_ms,
  elapsed: raw.elapsed_ms,
  at: raw.counted_at.getTime(),
  warnedAt: raw.warned_at?.getTime() ?? null,
  breachedAt: raw.breached_at?.getTime() ?? null,
  breachedAfter: raw.breached_ms,
  pieces: raw.pieces,
  startedAt: raw.started_at?.getTime() ?? null,
  fired: raw.fired,
})

const columns = `id, subject_type, subject_id, target, policy_id, policy_version, calendar_id, priority, phase, round, target_ms, warn_ms,
  elapsed_ms, counted_at, warned_at, breached_at, breached_ms, pieces, started_at,
  array(select step from sla_step s where s.org_id = sla_clock.org_id and s.clock_id = sla_clock.id and s.round = sla_clock.round) as fired`

async function clocks(tx: Tx, name: string, text: string, values: unknown[]): Promise<ClockRow[]> {
  const { rows } = await tx.query<Raw & Record<string, unknown>>({ name, text, values: [tx.org, ...values] })
  return rows.map(rowOf)
}

export const clocksOfSubjects = (tx: Tx, type: string, ids: readonly string[]): Promise<ClockRow[]> =>
  clocks(
    tx,
    'sla-of-subjects',
    `select ${columns} from sla_clock where org_id = $1 and subject_type = $2 and subject_id = any($3::uuid[]) order by id`,
    [type, ids],
  )

/** The clocks of a subject, locked until the transaction ends. */
export const lockClocks = (tx: Tx, subject: Subject): Promise<ClockRow[]> =>
  clocks(
    tx,
    'sla-lock',
    `select ${columns} from sla_clock where org_id = $1 and subject_type = $2 and subject_id = $3 order by id for update`,
    [subject.type, subject.id],
  )

/** One clock, if it is due and no other node has it in hand. */
export async function takeDue(tx: Tx, id: string): Promise<ClockRow | undefined> {
  const text = `select ${columns} from sla_clock where org_id = $1 and id = $2 and next_at <= $3 for update skip locked`
  return (await clocks(tx, 'sla-take-due', text, [id, tx.now]))[0]
}

/** Clocks that an edit touches, locked, in the order of their ids. */
export const lockTouched = (tx: Tx, by: { calendars: readonly string[]; policy: string | null }, after: string, limit: number) =>
  clocks(
    tx,
    'sla-touched',
    `select ${columns} from sla_clock
      where org_id = $1 and phase in ('running', 'paused') and (calendar_id = any($2::uuid[]) or policy_id = $3) and id > $4
      order by id limit $5 for update`,
    [by.calendars, by.policy, after, limit],
  )

export interface Due {
  id: string
  subject: Subject
}

/** Clocks of which something is due, longest due first. */
export async function dueClocks(tx: Tx, limit: number): Promise<Due[]> {
  const { rows } = await tx.query<{ id: string; subject_type: string; subject_id: string }>({
    name: 'sla-due',
    text: 'select id, subject_type, subject_id from sla_clock where org_id = $1 and next_at <= $2 order by next_at limit $3',
    values: [tx.org, tx.now, limit],
  })
  return rows.map(row => ({ id: row.id, subject: { type: row.subject_type, id: row.subject_id } }))
}

/** The organisations that have something due: read off the index, whatever else is open. */
export async function orgsWithDue(tx: SystemTx): Promise<string[]> {
  const { rows } = await tx.query<{ org_id: string }>({
    name: 'sla-orgs-due',
    text: `select distinct c.org_id from (select org_id from sla_clock where next_at <= $1 order by next_at limit 5000) c
      join org on org.id = c.org_id where org.status = 'active'`,
    values: [tx.now],
  })
  return rows.map(row => row.org_id)
}

const date = (at: number | null) => (at === null ? null : new Date(at))

const values = (tx: Tx, row: ClockRow, { dueAt, nextAt }: Plan): unknown[] => [
  tx.org,
  row.id,
  row.policyVersion,
  row.calendarId,
  row.priority,
  row.phase,
  row.round,
  row.target,
  row.warnBefore,
  row.elapsed,
  date(row.at),
  date(row.warnedAt),
  date(row.breachedAt),
  row.breachedAfter,
  date(dueAt),
  date(nextAt),
  JSON.stringify(row.pieces),
  date(row.startedAt),
]

const changing = `policy_version, calendar_id, priority, phase, round, target_ms, warn_ms, elapsed_ms, counted_at, warned_at,
  breached_at, breached_ms, due_at, next_at, pieces, started_at`

export async function insertClock(tx: Tx, row: ClockRow, plan: Plan): Promise<void> {
  await tx.query({
    name: 'sla-insert',
    text: `insert into sla_clock (org_id, id, ${changing}, subject_type, subject_id, target, policy_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
      on conflict (org_id, subject_type, subject_id, target) do nothing`,
    values: [...values(tx, row, plan), row.subject.type, row.subject.id, row.target_name, row.policyId],
  })
}

export async function saveClock(tx: Tx, row: ClockRow, plan: Plan): Promise<void> {
  await tx.query({
    name: 'sla-save',
    text: `update sla_clock set (${changing}) =
      ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) where org_id = $1 and id = $2`,
    values: values(tx, row, plan),
  })
}

/** Puts off what went wrong, so that it does not keep the others waiting. */
export async function putOff(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.query({
    name: 'sla-put-off',
    text: 'update sla_clock set next_at = $3 where org_id = $1 and id = $2 and next_at < $3',
    values: [tx.org, id, until],
  })
}

/** False when it has fired before. */
export async function insertStep(tx: Tx, clock: ClockRow, step: string, dueAt: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'sla-step',
    text: `insert into sla_step (org_id, clock_id, round, step, due_at, fired_at) values ($1, $2, $3, $4, $5, $6)
      on conflict do nothing`,
    values: [tx.org, clock.id, clock.round, step, new Date(dueAt), tx.now],
  })
  return rowCount === 1
}
