// @words colleagues
import { msg } from '../kit/i18n.ts'
import type { LadderRecipient } from '../sla/policy.ts'
import { type RoutingFacts, type UnitLevel, type Owner, type PathStep, availableOrDelegate } from './routing.ts'

/** Where a senior is looked for. The chain begins with the unit of the matter and ends at the top. */
export interface EscalationFacts extends Pick<RoutingFacts, 'away' | 'gone' | 'organisationOwner'> {
  chain: readonly UnitLevel[]
  /** To whom the owner reports, the nearest first. */
  reporting: readonly Owner[]
  /** The person whom the ladder names; null when the directory has no such person. */
  named: Owner | null
}

export interface Senior {
  senior: Owner
  path: PathStep[]
}

/**
 * Whom the ladder's step asks to see to it, and why in words; null where nobody is above. Whoever is away is stood in for, else passed
 * over; behind them all stands the organisation’s owner. The alert keeps its owner; the senior is asked in addition.
 */
export function decideSenior(owner: Owner, notify: LadderRecipient, hierarchy: EscalationFacts): Senior | null {
  const path: PathStep[] = []
  const passed = new Set([owner.id])
  for (const { say, values, person } of candidates(owner, notify, hierarchy)) {
    if (passed.has(person.id)) continue
    passed.add(person.id)
    const way: PathStep[] = []
    const there = availableOrDelegate(person, hierarchy, way)
    path.push({ say, values: { ...values, name: person.name }, person: person.id }, ...way)
    if (there && there.id !== owner.id) return { senior: there, path }
  }
  const last = hierarchy.organisationOwner
  if (last.id === owner.id) return null
  path.push({
    say: msg('{name} is asked all the same, because nobody else is there'),
    values: { name: last.name },
    person: last.id,
  })
  return { senior: last, path }
}

type SeniorCandidate = { person: Owner; say: string; values?: Record<string, string> }

function candidates(owner: Owner, notify: LadderRecipient, hierarchy: EscalationFacts): SeniorCandidate[] {
  const above = line(owner, hierarchy)
  if (notify === 'skip') return above.length > 1 ? above.slice(1) : above
  if (typeof notify !== 'object' || !hierarchy.named) return above
  return [{ person: hierarchy.named, say: msg('{name}, whom the promise names, is asked to see to it') }, ...above]
}

/** Those above the owner, the nearest first, each of them once. */
function line(owner: Owner, { chain, reporting, organisationOwner }: EscalationFacts): SeniorCandidate[] {
  const place = chain.findLastIndex(({ managers }) => managers.some(({ id }) => id === owner.id))
  const managers = chain.slice(place + 1).flatMap(({ unit, managers: [first] }) => (first ? [{ unit, person: first }] : []))
  // Who manages nothing on the way up has a superior of their own.
  const own = place < 0 ? reporting : []
  const all: SeniorCandidate[] = [
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
