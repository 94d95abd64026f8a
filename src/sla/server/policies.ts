import { record } from '../../activity/server/record.ts'
import { AppError, badInput, notFound } from '../../kit/errors.ts'
import { newId } from '../../kit/ids.ts'
import type { Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { type PolicyOverrides, type PolicyInput, targetNames } from '../contract.ts'
import type { PolicyContent } from '../policy.ts'
import { findCalendarByRef } from './calendars.ts'
import { allCalendars } from './calendarStore.ts'
import { allPolicies, insertPolicy, insertPolicyVersion, lockPolicy, type PolicyRow, updatePolicy } from './policyStore.ts'
import { replanAfter } from './replan.ts'

type PolicyFields = Partial<PolicyInput> & { archived?: boolean | undefined }

const nothing: PolicyContent = { targets: {}, warnBefore: null, ladder: [] }

export async function addPolicy(tx: Tx, input: PolicyInput): Promise<string> {
  const row = {
    id: newId(),
    name: tidy(input.name),
    calendarId: findCalendarByRef(input.calendar, await allCalendars(tx), 'calendar').id,
    content: contentOf(nothing, input),
  }
  await check(tx, row)
  await insertPolicy(tx, row)
  await record(tx, 'policy.created', { type: 'policy', id: row.id }, { name: row.name, calendar: row.calendarId, ...row.content })
  announce(tx, 'policies', row.id)
  return row.id
}

/** An edit acts from now on: a new version, and new due times for the clocks that run under it. */
export async function changePolicy(tx: Tx, id: string, input: PolicyFields): Promise<void> {
  const before = await lockPolicy(tx, id)
  if (!before) throw notFound('policy')
  const after = {
    id,
    name: tidy(input.name ?? before.name),
    version: before.version + 1,
    archived: input.archived ?? before.archived,
    ...(await withPolicyOverrides(tx, before, input)),
  }
  await check(tx, after)
  await insertPolicyVersion(tx, after)
  await updatePolicy(tx, after)
  await record(tx, 'policy.changed', { type: 'policy', id }, { from: policyRecordDetail(before), to: policyRecordDetail(after) })
  await replanAfter(tx, { policyId: id })
  announce(tx, 'policies', id)
}

/** A policy as it would be under other terms; nothing is kept of it. */
export async function withPolicyOverrides(
  tx: Tx,
  policy: Pick<PolicyRow, 'calendarId' | 'content'>,
  terms: PolicyOverrides,
): Promise<Pick<PolicyRow, 'calendarId' | 'content'>> {
  return {
    calendarId: terms.calendar ? findCalendarByRef(terms.calendar, await allCalendars(tx), 'calendar').id : policy.calendarId,
    content: contentOf(policy.content, terms),
  }
}

const policyRecordDetail = ({ name, archived, calendarId, content }: PolicyRow) => ({
  name,
  archived,
  calendar: calendarId,
  ...content,
})

/** What is absent stays; null takes a promise back. */
function contentOf(before: PolicyContent, input: PolicyFields): PolicyContent {
  const targets = Object.fromEntries(
    targetNames.flatMap(target => {
      const promised = input[target] === undefined ? before.targets[target] : input[target]
      return promised === null || promised === undefined ? [] : [[target, promised]]
    }),
  )
  if (Object.keys(targets).length === 0) throw badInput('acknowledge', `Promise something: ${targetNames.join(', ')}.`)
  const warnBefore = input.warn_before_min === undefined ? before.warnBefore : input.warn_before_min
  const ladder = (input.ladder ?? before.ladder).toSorted((a, b) => a.after_min - b.after_min)
  return { targets, warnBefore, ladder }
}

async function check(tx: Tx, row: { id: string; name: string }): Promise<void> {
  const same = (await allPolicies(tx)).some(
    other => other.id !== row.id && !other.archived && other.name.toLowerCase() === row.name.toLowerCase(),
  )
  if (same)
    throw new AppError('already_exists', `There is a policy “${row.name}” already.`, [{ path: 'name', message: 'Is taken.' }])
}

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ')
