import { record } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'
import { translator } from '../../kit/translator.ts'
import type { Calendar } from '../calendar.ts'
import { catchUp, type Change } from '../catchUp.ts'
import { dueAt, settle } from '../clock.ts'
import { explain } from '../explain.ts'
import { nextStep, type PolicyContent, type Step, targetOf } from '../policy.ts'
import { type ClockRow, insertStep, type Plan, saveClock } from './clockStore.ts'
import { stepWatchers } from './fired.ts'
import { type CalendarHistory, calendarHistory } from './history.ts'
import { type PolicyVersion, policyVersions } from './policyStore.ts'

/** A clock counted up to now, with what it runs under. */
export interface Current {
  row: ClockRow
  calendar: Calendar
  content: PolicyContent
}

/** Counts a clock up to `to`: each stretch of time under the calendar and the policy that held then, however long ago one looked. */
export async function currentOf(tx: Tx, row: ClockRow, to: number): Promise<Current> {
  const history = await calendarHistory(tx)
  const versions = await policyVersions(tx, row.policyId, row.policyVersion)
  const past = versions.filter(version => version.from <= to)
  const latest = past.at(-1) ?? versions[0]!
  const changes = changesOf(row, past, history)
  const { clock, calendar, pieces } = catchUp(
    { clock: row, calendar: history.at(row.calendarId, row.at), pieces: row.pieces },
    changes,
    to,
  )
  const calendarId = past.slice(1).at(-1)?.calendarId ?? row.calendarId
  return { row: { ...row, ...clock, pieces, calendarId, policyVersion: latest.version }, calendar, content: latest.content }
}

/** Edits of the policy (its first version is the one that holds already) and of the calendar that holds between them. */
function changesOf(row: ClockRow, versions: readonly PolicyVersion[], history: CalendarHistory): Change[] {
  const changes: Change[] = []
  let [calendarId, from] = [row.calendarId, row.at]
  for (const version of versions.slice(1)) {
    changes.push(...history.changes(calendarId, from).filter(change => change.at < version.from))
    ;[calendarId, from] = [version.calendarId, Math.max(from, version.from)]
    changes.push({
      at: version.from,
      calendar: history.at(calendarId, version.from),
      target: targetOf(version.content, row.target_name, row.priority),
    })
  }
  return [...changes, ...history.changes(calendarId, from)]
}

/** When something is due by itself. */
export function planOf({ row, calendar, content }: Current): Plan {
  return { dueAt: dueAt(row, calendar), nextAt: nextStep(row, calendar, content.ladder, new Set(row.fired))?.at ?? null }
}

export async function save(tx: Tx, current: Current): Promise<void> {
  await saveClock(tx, current.row, planOf(current))
}

/** Fires what is due by now, each step once. */
export async function fireDue(tx: Tx, current: Current): Promise<Current> {
  const fired = new Set(current.row.fired)
  const done = () => ({ ...current, row: { ...current.row, fired: [...fired] } })
  const settled = { ...current, row: { ...current.row, ...settle(current.row) } }
  for (;;) {
    const step = nextStep(settled.row, settled.calendar, settled.content.ladder, fired)
    if (!step || step.at > tx.now.getTime()) return done()
    // What is due this very instant may still be kept in it: the sweep comes by in a moment.
    if (step.kind === 'breach' && step.at === tx.now.getTime()) return done()
    fired.add(step.key)
    if (await insertStep(tx, settled.row, step.key, step.at)) await fire(tx, settled, step)
  }
}

async function fire(tx: Tx, { row, calendar }: Current, step: Step): Promise<void> {
  const due = dueAt(row, calendar)
  const { text } = explain(row, row.pieces, calendar, 'UTC', translator('en'))
  const dueTime = due === null ? null : new Date(due)
  await record(tx, `promise.${step.kind}`, row.subject, { target: row.target_name, dueAt: dueTime, why: text })
  for (const watcher of stepWatchers.all()) {
    if (watcher.subjectType !== row.subject.type) continue
    await watcher.fired(tx, {
      subject: row.subject,
      target: row.target_name,
      kind: step.kind,
      step: step.key,
      clockId: row.id,
      round: row.round,
      notify: step.notify,
      at: new Date(step.at),
      dueAt: dueTime,
      explanation: text,
    })
  }
}
