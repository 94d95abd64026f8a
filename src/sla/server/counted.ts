import type { Tx } from '../../kit/server/db.ts'
import { markReachedTargets } from '../clock.ts'
import {
  type ClockRun,
  clockRunOf,
  type ReplayedStep,
  stepOfLadder,
  type ReplayTerms,
  type PromiseOutcome,
  promiseOutcomeOf,
} from '../clockReplay.ts'
import { clocksOfSubjects, type FiredRow, readFiredSteps } from './clockStore.ts'
import { readCurrentClocks } from './currentClocks.ts'
import { calendarHistory } from './calendarHistory.ts'
import { type PolicyRow, type PolicyVersionRow, versionsOfPolicies } from './policyStore.ts'

/** How one promise of a subject went, and what was counted of it. */
export interface RecordedClockRun {
  target: string
  course: ClockRun
  verdict: PromiseOutcome
  fired: ReplayedStep[]
}

/** What was counted of some subjects under a policy since their promises began, up to now. */
export async function readClockRuns(
  tx: Tx,
  policyId: string,
  type: string,
  ids: readonly string[],
): Promise<Map<string, RecordedClockRun[]>> {
  const rows = (await clocksOfSubjects(tx, type, ids)).filter(row => row.policyId === policyId)
  const fired = await readFiredSteps(
    tx,
    rows.map(({ id }) => id),
  )
  const versions = (await versionsOfPolicies(tx, [policyId])).get(policyId) ?? []
  const counted = new Map<string, RecordedClockRun[]>()
  for (const { row } of await readCurrentClocks(tx, rows, tx.now.getTime())) {
    const course = clockRunOf(row)
    const known = counted.get(row.subject.id) ?? []
    counted.set(row.subject.id, known)
    if (!course) continue
    const steps = (fired.get(row.id) ?? []).flatMap(step => stepOf(step, versions) ?? [])
    known.push({ target: row.target_name, course, verdict: promiseOutcomeOf(markReachedTargets(row)), fired: steps })
  }
  return counted
}

/** A step as the policy had it when it fired. */
function stepOf({ step, at }: FiredRow, versions: readonly PolicyVersionRow[]): ReplayedStep | undefined {
  if (step === 'warning' || step === 'breach') return { kind: step, notify: 'owner' }
  const version = versions.findLast(({ from }) => from <= at.getTime()) ?? versions[0]
  const rung = version?.content.ladder[Number(step.slice('ladder.'.length))]
  return rung && stepOfLadder(rung)
}

/** Terms to try, in the hours of a calendar as they were at each moment. */
export async function readReplayTerms(
  tx: Tx,
  { calendarId, content }: Pick<PolicyRow, 'calendarId' | 'content'>,
): Promise<ReplayTerms> {
  const history = await calendarHistory(tx)
  return {
    content,
    hours: { at: instant => history.at(calendarId, instant), changes: after => history.changes(calendarId, after) },
  }
}
