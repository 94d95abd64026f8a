import { msg, type Translate } from '../kit/i18n.ts'
import type { Notify, StepKind } from '../sla/policy.ts'
import type { PromiseName } from './promise.ts'
import { type Ground, type Level, type Owner, type PathStep, present } from './routing.ts'

/** What an escalation looks at. The chain begins with the unit of the alert and ends at the top. */
export interface Hierarchy extends Pick<Ground, 'away' | 'gone' | 'organisationOwner'> {
  chain: readonly Level[]
  /** To whom the owner reports, the nearest first. */
  reporting: readonly Owner[]
  /** The person whom the ladder names; null when the directory has no such person. */
  named: Owner | null
}

/** Who is asked to see to it; nobody where nobody is above: then the owner hears of it once more. */
export type Escalation = { kind: 'ask'; senior: Owner; path: PathStep[] } | { kind: 'remind' }

const late: Record<PromiseName, string> = {
  acknowledge: msg('Not acknowledged in time'),
  contact: msg('The customer was not spoken with in time'),
  resolve: msg('Not resolved in time'),
}

/**
 * Whom a step of the ladder asks, and why in words. Whoever is away is stood in for, else passed over; behind them all stands the
 * organisation’s owner. The alert stays with its owner: a senior is named beside them.
 */
export function decideEscalation(owner: Owner, step: { target: PromiseName; notify: Notify }, ground: Hierarchy): Escalation {
  const path: PathStep[] = [{ say: late[step.target] }]
  const passed = new Set([owner.id])
  for (const { say, values, person } of candidates(owner, step.notify, ground)) {
    if (passed.has(person.id)) continue
    passed.add(person.id)
    const way: PathStep[] = []
    const there = present(person, ground, way)
    path.push({ say, values: { ...values, name: person.name }, person: person.id }, ...way)
    if (there && there.id !== owner.id) return { kind: 'ask', senior: there, path }
  }
  const last = ground.organisationOwner
  if (last.id === owner.id) return { kind: 'remind' }
  path.push({
    say: msg('{name} is asked all the same, because nobody else is there'),
    values: { name: last.name },
    person: last.id,
  })
  return { kind: 'ask', senior: last, path }
}

type Candidate = { person: Owner; say: string; values?: Record<string, string> }

function candidates(owner: Owner, notify: Notify, ground: Hierarchy): Candidate[] {
  const above = line(owner, ground)
  if (notify === 'skip') return above.length > 1 ? above.slice(1) : above
  if (typeof notify !== 'object' || !ground.named) return above
  return [{ person: ground.named, say: msg('{name}, whom the promise names, is asked to see to it') }, ...above]
}

/** Those above the owner, the nearest first, each of them once. */
function line(owner: Owner, { chain, reporting, organisationOwner }: Hierarchy): Candidate[] {
  const place = chain.findLastIndex(({ managers }) => managers.some(({ id }) => id === owner.id))
  const managers = chain.slice(place + 1).flatMap(({ unit, managers: [first] }) => (first ? [{ unit, person: first }] : []))
  // Who manages nothing on the way up has a superior of their own.
  const own = place < 0 ? reporting : []
  const all: Candidate[] = [
    ...own.map(person => ({
      person,
      say: msg('{name}, to whom {owner} reports, is asked to see to it'),
      values: { owner: owner.name },
    })),
    ...(own.length > 0 ? [] : managers).map(({ person, unit }) => ({
      person,
      say: msg('{name}, manager of {unit}, is asked to see to it'),
      values: { unit },
    })),
    { person: organisationOwner, say: msg('{name}, owner of the organisation, is asked to see to it') },
  ]
  return all.filter(({ person }, i) => person.id !== owner.id && all.findIndex(other => other.person.id === person.id) === i)
}

const stepWords: Record<StepKind, Record<PromiseName, string>> = {
  warning: {
    acknowledge: msg('To be acknowledged within {span}: {title}'),
    contact: msg('The customer waits to be spoken with, {span} left: {title}'),
    resolve: msg('To be resolved within {span}: {title}'),
  },
  breach: {
    acknowledge: msg('Not acknowledged in time: {title}'),
    contact: msg('The customer was not spoken with in time: {title}'),
    resolve: msg('Not resolved in time: {title}'),
  },
  reminder: {
    acknowledge: msg('Still not acknowledged: {title}'),
    contact: msg('The customer still waits to be spoken with: {title}'),
    resolve: msg('Still not resolved: {title}'),
  },
  escalation: {
    acknowledge: msg('{owner} has not acknowledged this in time: {title}'),
    contact: msg('{owner} has not spoken with the customer in time: {title}'),
    resolve: msg('{owner} has not resolved this in time: {title}'),
  },
}

/** “Still not acknowledged: Dana Whitlock answered 1 of 5, Kelby” */
export const stepTitle = (
  kind: StepKind,
  target: PromiseName,
  values: { title: string; owner: string; span: string },
  t: Translate,
): string => t(stepWords[kind][target], values)
