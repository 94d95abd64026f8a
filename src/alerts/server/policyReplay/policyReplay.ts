import { daysBetween } from '../../../people/period.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import { idCursor, toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { lastQuarter } from '../../../people/day.ts'
import { today } from '../../../people/server/today.ts'
import { type PolicyOverrides, policyOverrides } from '../../../sla/contract.ts'
import { type ReplayedStep, type ReplayedClock, replayClock, type ReplayTerms } from '../../../sla/clockReplay.ts'
import { type RecordedClockRun, readClockRuns, readReplayTerms } from '../../../sla/server/counted.ts'
import { withPolicyOverrides } from '../../../sla/server/policies.ts'
import { policyById, versionsOfPolicies } from '../../../sla/server/policyStore.ts'
import { clockRunFromTimestamps, type ReplayedRecipient } from '../../policyReplay/policyReplayTally.ts'
import type { ReplayedAlert } from '../../policyReplay/policyReplayContract.ts'
import { promisesFor } from '../../alertPromises.ts'
import { countPastAlerts, type PastAlert, pastAlerts } from './policyReplayStore.ts'
import { type SeniorFinder, createSeniorFinder } from '../../../routing/server/seniors.ts'
import { viewerOf } from '../store/viewer.ts'

interface PolicyReplayRequest {
  from?: string | undefined
  to?: string | undefined
  terms?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** A page of past alerts as they went, and as they would have gone under other terms. */
export async function replayPolicy(tx: Tx, policyId: string, wanted: PolicyReplayRequest) {
  const policy = await policyById(tx, policyId)
  if (!policy) throw notFound('policy')
  const period = await periodOf(tx, wanted)
  const tried = await withPolicyOverrides(tx, policy, readTerms(wanted.terms))
  const sight = await viewerOf(tx)
  const asked = { policy: policyId, ...period }
  const rows = await pastAlerts(tx, { ...asked, before: idCursor(wanted.cursor), limit: wanted.limit + 1 }, sight)
  const page = toPage(rows, wanted.limit, row => [row.id])
  const counted = await readClockRuns(
    tx,
    policyId,
    'alert',
    page.items.map(({ id }) => id),
  )
  const trial: TermsComparison = {
    before: await readReplayTerms(tx, policy),
    after: await readReplayTerms(tx, tried),
    seniors: createSeniorFinder(tx),
    now: tx.now.getTime(),
  }
  const items: ReplayedAlert[] = []
  for (const row of page.items) items.push(await tryOn(row, counted.get(row.id), trial))
  return {
    ...page,
    items,
    ...period,
    total: await countPastAlerts(tx, asked, sight),
    edits: await editsSince(tx, policyId, period),
  }
}

interface TermsComparison {
  before: ReplayTerms
  after: ReplayTerms
  seniors: SeniorFinder
  now: number
}

async function tryOn(
  alert: PastAlert,
  counted: readonly RecordedClockRun[] | undefined,
  trial: TermsComparison,
): Promise<ReplayedAlert> {
  const promises: ReplayedAlert['promises'] = []
  for (const target of promisesFor(alert).begin) {
    const known = counted?.find(clock => clock.target === target)
    const course = known?.course ?? clockRunFromTimestamps(target, alert, trial.now)
    // Where it was counted, what was not promised then was not promised.
    const before = known ?? (counted ? nothing : replayClock(course, target, trial.before, trial.now))
    const after = replayClock(course, target, trial.after, trial.now)
    if (before.verdict === 'none' && after.verdict === 'none') continue
    const told = async ({ verdict, fired }: ReplayedClock) => ({ verdict, told: await toldBy(fired, alert, trial.seniors) })
    promises.push({ target, before: await told(before), after: await told(after) })
  }
  const { id, person, unit, opened } = alert
  return { id, person, unit, openedAt: new Date(opened).toISOString(), counted: counted !== undefined, promises }
}

const nothing: ReplayedClock = { verdict: 'none', fired: [] }

async function toldBy(
  fired: readonly ReplayedStep[],
  { owner, unitId }: PastAlert,
  seniors: SeniorFinder,
): Promise<ReplayedRecipient[]> {
  const told: ReplayedRecipient[] = []
  for (const { kind, notify } of fired) {
    const senior = kind === 'escalation' ? await seniors(owner, unitId, notify) : null
    // Where nobody is above, the owner hears of it once more.
    told.push(kind !== 'escalation' ? { kind, to: owner } : senior ? { kind, to: senior } : { kind: 'reminder', to: owner })
  }
  return told
}

const MOST_DAYS = 366

async function periodOf(tx: Tx, { from, to }: PolicyReplayRequest): Promise<{ from: string; to: string }> {
  const last = lastQuarter(await today(tx))
  const period = { from: from ?? last.from, to: to ?? (from === undefined ? last.to : await today(tx)) }
  if (period.from > period.to) throw badInput('to', 'The last day lies before the first.')
  if (daysBetween(period.from, period.to) > MOST_DAYS) throw badInput('from', 'Choose a year or less.')
  return period
}

function readTerms(text: string | undefined): PolicyOverrides {
  if (!text) return {}
  const read = policyOverrides.safeParse(parsed(text))
  if (read.success) return read.data
  const [first] = read.error.issues
  throw badInput(['terms', ...first!.path].join('.'), first!.message)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badInput('terms', 'must be JSON such as {"contact": 480}')
  }
}

async function editsSince(tx: Tx, policyId: string, { from }: { from: string }): Promise<number> {
  const versions = (await versionsOfPolicies(tx, [policyId])).get(policyId) ?? []
  return versions.slice(1).filter(version => version.from >= Date.parse(from)).length
}
