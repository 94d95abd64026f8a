import type { SystemTx, Tx } from '../../kit/server/db.ts'
import type { PromiseClock, Phase } from '../clock.ts'
import type { ClockLogEntry } from '../clockLog.ts'

export interface ClockSubject {
  type: string
  id: string
}

/** A clock as it lies in the database. */
export interface ClockRow extends PromiseClock {
  id: string
  subject: ClockSubject
  target_name: string
  policyId: string
  policyVersion: number
  calendarId: string
  priority: string
  round: number
  pieces: readonly ClockLogEntry[]
  startedAt: number | null
  /** Steps that have fired in this round. */
  fired: readonly string[]
}

/** What is worked out of a clock and kept beside it, so that it can be found. */
export interface Plan {
  dueAt: number | null
  nextAt: number | null
}

interface ClockDbRow {
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
  pieces: ClockLogEntry[]
  started_at: Date | null
  fired: string[]
}

const rowOf = (raw: ClockDbRow): ClockRow => ({
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
  const { rows } = await tx.query<ClockDbRow & Record<string, unknown>>({ name, text, values: [tx.org, ...values] })
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
export const lockClocks = (tx: Tx, subject: ClockSubject): Promise<ClockRow[]> =>
  clocks(
    tx,
    'sla-lock',
    `select ${columns} from sla_clock where org_id = $1 and subject_type = $2 and subject_id = $3 order by id for update`,
    [subject.type, subject.id],
  )

export interface TakeDueOptions {
  limit: number
  /** Looked at before, and left. */
  except?: readonly string[]
  only?: string
}

/**
 * Clocks of which something is due, longest due first, locked: what another lane or node has in hand is left to it, so that no two take
 * the same.
 */
export const takeDue = (tx: Tx, { limit, except = [], only }: TakeDueOptions): Promise<ClockRow[]> =>
  clocks(
    tx,
    'sla-take-due',
    `select ${columns} from sla_clock
      where org_id = $1 and next_at <= $2 and id <> all($3::uuid[]) and ($4::uuid is null or id = $4)
      order by next_at limit $5 for update skip locked`,
    [tx.now, except, only ?? null, limit],
  )

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

/** The organisations that have something due: read off the index, whatever else is open. */
export async function orgsWithDue(tx: SystemTx): Promise<string[]> {
  const { rows } = await tx.query<{ org_id: string }>({
    name: 'sla-orgs-due',
    // Those that rest are left out before the limit: what lies there must not keep the others waiting.
    text: `select distinct org_id from (select c.org_id from sla_clock c join org on org.id = c.org_id
      where c.next_at <= $1 and org.status = 'active' order by c.next_at limit 5000) due`,
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

// What changes while a clock runs, in the order of `values`.
const changing = {
  policy_version: 'int',
  calendar_id: 'uuid',
  priority: 'text',
  phase: 'text',
  round: 'int',
  target_ms: 'bigint',
  warn_ms: 'bigint',
  elapsed_ms: 'bigint',
  counted_at: 'timestamptz',
  warned_at: 'timestamptz',
  breached_at: 'timestamptz',
  breached_ms: 'bigint',
  due_at: 'timestamptz',
  next_at: 'timestamptz',
  pieces: 'jsonb',
  started_at: 'timestamptz',
}
const names = Object.keys(changing).join(', ')

export async function insertClock(tx: Tx, row: ClockRow, plan: Plan): Promise<void> {
  await tx.query({
    name: 'sla-insert',
    text: `insert into sla_clock (org_id, id, ${names}, subject_type, subject_id, target, policy_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
      on conflict (org_id, subject_type, subject_id, target) do nothing`,
    values: [...values(tx, row, plan), row.subject.type, row.subject.id, row.target_name, row.policyId],
  })
}

export interface PlannedClock {
  row: ClockRow
  plan: Plan
}

/** Keeps what was worked out of some clocks, in one statement. */
export async function saveClocks(tx: Tx, planned: readonly PlannedClock[]): Promise<void> {
  if (planned.length === 0) return
  const rows = planned.map(({ row, plan }) => values(tx, row, plan))
  const types = ['uuid', ...Object.values(changing)]
  await tx.query({
    name: 'sla-save',
    text: `update sla_clock c set (${names}) = row(${Object.keys(changing).map(name => `n.${name}`)})
      from unnest(${types.map((type, i) => `$${i + 2}::${type}[]`)}) as n (id, ${names}) where c.org_id = $1 and c.id = n.id`,
    values: [tx.org, ...types.map((_, i) => rows.map(row => row[i + 1]))],
  })
}

/** Puts off what went wrong, so that it does not keep the others waiting. */
export async function postponeClock(tx: Tx, id: string, until: Date): Promise<void> {
  await tx.query({
    name: 'sla-put-off',
    text: 'update sla_clock set next_at = $3 where org_id = $1 and id = $2 and next_at < $3',
    values: [tx.org, id, until],
  })
}

export interface NewStep {
  clock: ClockRow
  key: string
  dueAt: number
}

/** Marks steps as fired; returns those that had not fired before, as `clock step`. */
export async function insertSteps(tx: Tx, steps: readonly NewStep[]): Promise<Set<string>> {
  if (steps.length === 0) return new Set()
  const { rows } = await tx.query<{ clock_id: string; step: string }>({
    name: 'sla-steps',
    text: `insert into sla_step (org_id, clock_id, round, step, due_at, fired_at)
      select $1, clock, round, step, due, $2 from unnest($3::uuid[], $4::int[], $5::text[], $6::timestamptz[]) as s (clock, round, step, due)
      on conflict do nothing returning clock_id, step`,
    values: [
      tx.org,
      tx.now,
      steps.map(step => step.clock.id),
      steps.map(step => step.clock.round),
      steps.map(step => step.key),
      steps.map(step => new Date(step.dueAt)),
    ],
  })
  return new Set(rows.map(row => `${row.clock_id} ${row.step}`))
}

export interface FiredRow {
  clockId: string
  step: string
  at: Date
}

/** What has fired of some clocks since they began, in order. */
export async function readFiredSteps(tx: Tx, clocks: readonly string[]): Promise<Map<string, FiredRow[]>> {
  const { rows } = await tx.query<FiredRow & Record<string, unknown>>({
    name: 'sla-fired-of',
    text: `select s.clock_id as "clockId", s.step, s.fired_at as at from sla_step s
      join sla_clock c on c.org_id = s.org_id and c.id = s.clock_id and c.round = s.round
      where s.org_id = $1 and s.clock_id = any($2::uuid[]) order by s.due_at, s.step`,
    values: [tx.org, clocks],
  })
  return Map.groupBy(rows, row => row.clockId)
}
