import type { Tx } from '../../kit/server/db.ts'
import { settle } from '../clock.ts'
import { type Course, courseOf, type Fired, rungOf, type Terms, type Verdict, verdictOf } from '../replay.ts'
import { clocksOfSubjects, type FiredRow, firedOf } from './clockStore.ts'
import { currentsOf } from './current.ts'
import { calendarHistory } from './history.ts'
import { type PolicyRow, type PolicyVersion, versionsOfPolicies } from './policyStore.ts'

/** How one promise of a subject went, and what was counted of it. */
export interface Counted {
  target: string
  course: Course
  verdict: Verdict
  fired: Fired[]
}

/** What was counted of some subjects under a policy since their promises began, up to now. */
export async function countedUnder(
  tx: Tx,
  policyId: string,
  type: string,
  ids: readonly string[],
): Promise<Map<string, Counted[]>> {
  const rows = (await clocksOfSubjects(tx, type, ids)).filter(row => row.policyId === policyId)
  const fired = await firedOf(
    tx,
    rows.map(({ id }) => id),
  )
  const versions = (await versionsOfPolicies(tx, [policyId])).get(policyId) ?? []
  const counted = new Map<string, Counted[]>()
  for (const { row } of await currentsOf(tx, rows, tx.now.getTime())) {
    const course = courseOf(row)
    const known = counted.get(row.subject.id) ?? []
    counted.set(row.subject.id, known)
    if (!course) continue
    const steps = (fired.get(row.id) ?? []).flatMap(step => stepOf(step, versions) ?? [])
    known.push({ target: row.target_name, course, verdict: verdictOf(settle(row)), fired: steps })
  }
  return counted
}

/** A step as the policy had it when it fired. */
function stepOf({ step, at }: FiredRow, versions: readonly PolicyVersion[]): Fired | undefined {
  if (step === 'warning' || step === 'breach') return { kind: step, notify: 'owner' }
  const version = versions.findLast(({ from }) => from <= at.getTime()) ?? versions[0]
  const rung = version?.content.ladder[Number(step.slice('ladder.'.length))]
  return rung && rungOf(rung)
}

/** Terms to try, in the hours of a calendar as they were at each moment. */
export async function termsOf(tx: Tx, { calendarId, content }: Pick<PolicyRow, 'calendarId' | 'content'>): Promise<Terms> {
  const history = await calendarHistory(tx)
  return {
    content,
    hours: { at: instant => history.at(calendarId, instant), changes: after => history.changes(calendarId, after) },
  }
}
