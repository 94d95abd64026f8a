import { recordAll } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'
import { translator } from '../../kit/translator.ts'
import type { WorkingCalendar } from '../calendar.ts'
import { advanceThroughEdits, type TermsEdit } from '../advanceThroughEdits.ts'
import { dueAt, markReachedTargets } from '../clock.ts'
import { explainClock } from '../explain.ts'
import { nextStep, type PolicyContent, type ClockStep, targetOf } from '../policy.ts'
import { type ClockRow, insertSteps, type Plan, type PlannedClock, saveClocks } from './clockStore.ts'
import { type FiredStep, stepWatchers } from './stepWatchers.ts'
import { type CalendarHistory, calendarHistory } from './calendarHistory.ts'
import { type PolicyVersionRow, versionsOfPolicies } from './policyStore.ts'

/** A clock counted up to now, with what it runs under. */
export interface CurrentClock {
  row: ClockRow
  calendar: WorkingCalendar
  content: PolicyContent
}

/** Calendar history and policy versions of these clocks, read once for all. */
interface ClockContext {
  history: CalendarHistory
  policies: ReadonlyMap<string, readonly PolicyVersionRow[]>
}

/** Counts clocks up to `to`: each stretch of time under the calendar and the policy that held then, however long ago one looked. */
export async function readCurrentClocks(tx: Tx, rows: readonly ClockRow[], to: number): Promise<CurrentClock[]> {
  if (rows.length === 0) return []
  const history = await calendarHistory(tx)
  const policies = await versionsOfPolicies(tx, [...new Set(rows.map(row => row.policyId))])
  return rows.map(row => currentOf(row, { history, policies }, to))
}

function currentOf(row: ClockRow, { history, policies }: ClockContext, to: number): CurrentClock {
  const versions = policies.get(row.policyId)!.filter(({ version }) => version >= row.policyVersion)
  const past = versions.filter(version => version.from <= to)
  const latest = past.at(-1) ?? versions[0]!
  const changes = changesOf(row, past, history)
  const { clock, calendar, pieces } = advanceThroughEdits(
    { clock: row, calendar: history.at(row.calendarId, row.at), pieces: row.pieces },
    changes,
    to,
  )
  const calendarId = past.reduce((held, version, i) => calendarUnder(held, past[i - 1], version), row.calendarId)
  return { row: { ...row, ...clock, pieces, calendarId, policyVersion: latest.version }, calendar, content: latest.content }
}

/** Edits of the policy (its first version is the one that holds already) and of the calendar that holds between them. */
function changesOf(row: ClockRow, versions: readonly PolicyVersionRow[], history: CalendarHistory): TermsEdit[] {
  const changes: TermsEdit[] = []
  let [calendarId, from] = [row.calendarId, row.at]
  for (const [i, version] of versions.slice(1).entries()) {
    changes.push(...history.changes(calendarId, from).filter(change => change.at < version.from))
    ;[calendarId, from] = [calendarUnder(calendarId, versions[i], version), Math.max(from, version.from)]
    changes.push({
      at: version.from,
      calendar: history.at(calendarId, version.from),
      target: targetOf(version.content, row.target_name, row.priority),
    })
  }
  return [...changes, ...history.changes(calendarId, from)]
}

// Whoever was handed over to people with other hours stays with them, unless the policy itself moves to another calendar.
const calendarUnder = (held: string, before: PolicyVersionRow | undefined, version: PolicyVersionRow): string =>
  before && before.calendarId !== version.calendarId ? version.calendarId : held

/** When something is due by itself. */
export function planOf({ row, calendar, content }: CurrentClock): Plan {
  return { dueAt: dueAt(row, calendar), nextAt: nextStep(row, calendar, content.ladder, new Set(row.fired))?.at ?? null }
}

/** Plans what comes next of some clocks, and keeps it. */
export async function saveCurrentClocks(tx: Tx, currents: readonly CurrentClock[]): Promise<PlannedClock[]> {
  const planned = currents.map(current => ({ row: current.row, plan: planOf(current) }))
  await saveClocks(tx, planned)
  return planned
}

/** Fires what is due of some clocks by now, each step once: marked, recorded and told in one go. */
export async function fireDue(tx: Tx, currents: readonly CurrentClock[]): Promise<CurrentClock[]> {
  const now = tx.now.getTime()
  const found = currents.map(current => ({ current, ...dueSteps(current, now) }))
  const steps = found.flatMap(({ settled, steps }) => steps.map(step => ({ clock: settled.row, key: step.key, dueAt: step.at })))
  const marked = await insertSteps(tx, steps)
  const told = found.flatMap(({ settled, steps }) =>
    steps.filter(step => marked.has(`${settled.row.id} ${step.key}`)).map(step => firedStepOf(settled, step)),
  )
  await recordAll(
    tx,
    told.map(({ kind, subject, target, dueAt, explanation }) => ({
      verb: `promise.${kind}`,
      subject,
      detail: { target, dueAt, why: explanation },
    })),
  )
  await notifyStepWatchers(tx, told)
  return found.map(({ current, fired }) => ({ ...current, row: { ...current.row, fired } }))
}

/** The steps of a clock that are due, in their order, and what has fired with them. */
function dueSteps(current: CurrentClock, now: number) {
  const settled = { ...current, row: { ...current.row, ...markReachedTargets(current.row) } }
  const fired = new Set(current.row.fired)
  const steps: ClockStep[] = []
  for (;;) {
    const step = nextStep(settled.row, settled.calendar, settled.content.ladder, fired)
    // What is due this very instant may still be kept in it: the sweep comes by in a moment.
    if (!step || step.at > now || (step.kind === 'breach' && step.at === now)) return { settled, steps, fired: [...fired] }
    fired.add(step.key)
    steps.push(step)
  }
}

function firedStepOf({ row, calendar }: CurrentClock, step: ClockStep): FiredStep {
  const due = dueAt(row, calendar)
  return {
    subject: row.subject,
    target: row.target_name,
    kind: step.kind,
    step: step.key,
    clockId: row.id,
    round: row.round,
    notify: step.notify,
    at: new Date(step.at),
    dueAt: due === null ? null : new Date(due),
    explanation: explainClock(row, row.pieces, calendar, 'UTC', translator('en')).text,
  }
}

async function notifyStepWatchers(tx: Tx, steps: readonly FiredStep[]): Promise<void> {
  for (const watcher of stepWatchers.all()) {
    const theirs = steps.filter(step => step.subject.type === watcher.subjectType)
    if (theirs.length > 0) await watcher.fired(tx, theirs)
  }
}
