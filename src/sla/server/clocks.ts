/**
 * Promises that run: what alerts, tickets and plans call. Everything happens in the caller's transaction, at `tx.now` unless told.
 *
 *   startClocks(tx, subject, policyId, { begin: ['acknowledge', 'contact', 'resolve'] })
 *   happen(tx, subject, { fulfil: ['acknowledge'] })        also begin, pause, resume, priority, calendarId
 *   clocksOf(tx, 'alert', ids, t)                           what people are told, with the explanation
 *
 * What becomes due by itself reaches `stepWatchers` (fired.ts) through the sweep.
 */
import { notFound } from '../../kit/errors.ts'
import type { Translate } from '../../kit/i18n.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import {
  begin,
  type PromiseClock,
  type ClockState,
  dueAt,
  fulfil,
  idleClock,
  pause,
  resume,
  retarget,
  markReachedTargets,
  stateOf,
  warnAt,
} from '../clock.ts'
import { explainClock, type ClockExplanation } from '../explain.ts'
import { editLogEntries, appendToLog } from '../clockLog.ts'
import { targetOf } from '../policy.ts'
import { type ClockRow, clocksOfSubjects, insertClock, lockClocks, type ClockSubject } from './clockStore.ts'
import { type CurrentClock, readCurrentClocks, fireDue, planOf, saveCurrentClocks } from './currentClocks.ts'
import { calendarHistory } from './calendarHistory.ts'
import { policyById } from './policyStore.ts'

export interface StartOptions {
  /** Targets whose clock begins at once. */
  begin: readonly string[]
  /** Targets whose clock waits for something (`next_response`). */
  idle?: readonly string[]
  priority?: string
  /** Another calendar than the policy's. */
  calendarId?: string
}

/** Gives a subject the clocks of a policy. Again for the same subject: nothing happens. */
export async function startClocks(tx: Tx, subject: ClockSubject, policyId: string, options: StartOptions): Promise<void> {
  const policy = await policyById(tx, policyId)
  if (!policy) throw notFound('policy')
  const history = await calendarHistory(tx)
  const { priority = 'normal', calendarId = policy.calendarId } = options
  const calendar = history.at(calendarId, tx.now.getTime())
  for (const name of [...options.begin, ...(options.idle ?? [])]) {
    const idle = idleClock(targetOf(policy.content, name, priority), tx.now.getTime())
    const clock = options.begin.includes(name) ? markReachedTargets(begin(idle)) : idle
    const row: ClockRow = {
      ...clock,
      id: newId(),
      subject,
      target_name: name,
      policyId,
      policyVersion: policy.version,
      calendarId,
      priority,
      round: 1,
      pieces: [],
      startedAt: clock.phase === 'idle' ? null : clock.at,
      fired: [],
    }
    await insertClock(tx, row, planOf({ row, calendar, content: policy.content }))
  }
}

/** Changes to the clocks of a subject, by target name. */
export interface ClockChanges {
  /** Starts anew, from nothing. */
  begin?: readonly string[]
  fulfil?: readonly string[]
  pause?: readonly string[]
  /** Goes on where it was: after a pause, or when what was settled is open again. */
  resume?: readonly string[]
  priority?: string
  /** A hand-over to people with other hours. */
  calendarId?: string
}

/** Moves the clocks of a subject. What was due before is fired first, so that nobody overtakes a breach. */
export async function changeClocks(tx: Tx, subject: ClockSubject, happening: ClockChanges): Promise<void> {
  const moving: CurrentClock[] = []
  for (const before of await fireDue(tx, await readCurrentClocks(tx, await lockClocks(tx, subject), tx.now.getTime()))) {
    const after = await moved(tx, before, happening)
    moving.push({ ...after, row: { ...after.row, ...markReachedTargets(after.row) } })
  }
  await saveCurrentClocks(tx, moving)
}

async function moved(tx: Tx, current: CurrentClock, happening: ClockChanges): Promise<CurrentClock> {
  const { row, content } = current
  const is = (names: readonly string[] | undefined) => names?.includes(row.target_name) ?? false
  let next: ClockRow = row
  const turn = (act: (clock: PromiseClock) => PromiseClock) => void (next = { ...next, ...act(next) })
  if (happening.priority !== undefined) {
    next = { ...next, priority: happening.priority }
    turn(clock => retarget(clock, targetOf(content, row.target_name, happening.priority!)))
  }
  if (is(happening.fulfil)) turn(fulfil)
  if (is(happening.pause)) turn(pause)
  if (is(happening.resume)) turn(resume)
  if (is(happening.begin)) {
    turn(begin)
    next = { ...next, round: row.startedAt === null ? row.round : row.round + 1, startedAt: row.at, pieces: [], fired: [] }
  }
  const calendarId = happening.calendarId ?? row.calendarId
  const calendar = calendarId === row.calendarId ? current.calendar : (await calendarHistory(tx)).at(calendarId, row.at)
  const edits = editLogEntries(next, { at: row.at, hours: calendar !== current.calendar, before: row.target })
  return { ...current, calendar, row: { ...next, calendarId, pieces: appendToLog(next.pieces, edits) } }
}

/** What people are told of one clock. */
export interface ClockStatus {
  target: string
  state: ClockState
  /** Still to be kept, in time or late. */
  open: boolean
  dueAt: Date | null
  warnAt: Date | null
  /** Milliseconds of working time. */
  elapsed: number
  promised: number | null
  policyId: string
  calendar: string
  explanation: ClockExplanation
}

/** The clocks of some subjects as they stand now, in the reader's language. */
export async function readClockStatuses(
  tx: Tx,
  type: string,
  ids: readonly string[],
  t: Translate,
): Promise<Map<string, ClockStatus[]>> {
  const told = new Map<string, ClockStatus[]>()
  for (const current of await readCurrentClocks(tx, await clocksOfSubjects(tx, type, ids), tx.now.getTime())) {
    const { row, calendar } = current
    const clock = markReachedTargets(row)
    const list = told.get(row.subject.id) ?? []
    told.set(row.subject.id, list)
    const [due, warn] = [dueAt(clock, calendar), warnAt(clock, calendar)]
    list.push({
      target: row.target_name,
      state: stateOf(clock),
      open: clock.phase === 'running' || clock.phase === 'paused',
      dueAt: due === null ? null : new Date(due),
      warnAt: warn === null ? null : new Date(warn),
      elapsed: clock.elapsed,
      promised: clock.target,
      policyId: row.policyId,
      calendar: calendar.name,
      explanation: explainClock(clock, row.pieces, calendar, zoneOf(current), t),
    })
  }
  return told
}

/** Times are told in the calendar's own zone; where places follow the sun, in UTC. */
const zoneOf = ({ calendar: { places } }: CurrentClock): string =>
  new Set(places.map(place => place.zone)).size === 1 ? places[0]!.zone : 'UTC'
