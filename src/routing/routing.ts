// @words colleagues
import { msg, t, type Values } from '../kit/i18n.ts'
import { day } from '../kit/words.ts'
import type { RouteStep, StepWhen } from './route.ts'

export interface Owner {
  id: string
  name: string
}

/** One unit on the way up from where the customer was served, and who manages it: who has been there longest comes first. */
export interface UnitLevel {
  unit: string
  managers: readonly Owner[]
  /** Closed by now: nobody there takes anything any more. */
  closed?: boolean
}

/** Somebody in a team, with what they have to do. */
export interface RoutedMember extends Owner {
  /** Alerts that wait for them. */
  waiting: number
  /** The number of their last turn in the team; null = they had none. */
  turn: number | null
}

export interface CurrentAbsence {
  /** Last day of it. */
  until: string
  delegate: Owner | null
}

/** What routing looks at. The chain begins with the unit of the response and ends at the top. */
export interface RoutingFacts {
  chain: readonly UnitLevel[]
  /** Who looks after the customer's account, where the customer belongs to one. */
  account: { name: string; owner: Owner | null } | null
  /** People whom the rule names, by e-mail; null when the directory has no such person any more. */
  named: ReadonlyMap<string, Owner | null>
  /** Teams that the rule names, as it names them; null when there is no such team any more. */
  teams: ReadonlyMap<string, { id: string; name: string; members: readonly RoutedMember[] } | null>
  /** Who is away now. */
  away: ReadonlyMap<string, CurrentAbsence>
  /** Who cannot sign in any more, though the directory still knows them. */
  gone?: ReadonlySet<string>
  /** Working calendars that the rule names, by id; null when there is no such calendar any more. */
  calendars: ReadonlyMap<string, { name: string; open: boolean } | null>
  segments: Readonly<Record<string, string>>
  language: string | null
  organisationOwner: Owner
}

/** One step of the routing path: an untranslated message with its values, translated when it is read. */
export interface PathStep {
  say: string
  values?: Values
  /** The person it speaks of, so that an erased name can be found here. */
  person?: string
  /** Nobody whom the rule names was there. */
  fallback?: true
}

export interface OwnerDecision {
  owner: Owner
  /** The team in which it was the owner's turn. */
  team?: string
  path: PathStep[]
}

/**
 * Who owns an alert, and the way there. Never without an owner: behind every route stands the organisation's owner,
 * who exists as long as the organisation does.
 */
export function decideOwner(route: readonly RouteStep[], ground: RoutingFacts): OwnerDecision {
  const path: PathStep[] = []
  for (const step of route) {
    const owner = isMeant(step.when, ground, path) ? ownerByStep(step, ground, path) : null
    const team = step.to === 'team' ? ground.teams.get(step.team)?.id : undefined
    if (owner) return { owner, path, ...(team !== undefined && { team }) }
  }
  const owner = ground.organisationOwner
  path.push({
    say: msg('{name}, owner of the organisation, because nobody else is there'),
    values: { name: owner.name },
    person: owner.id,
    fallback: true,
  })
  return { owner, path }
}

function isMeant(when: StepWhen | undefined, { segments, language, calendars }: RoutingFacts, path: PathStep[]): boolean {
  const passed = (say: string, values: Values) => {
    path.push({ say, values })
    return false
  }
  if (when?.segment && segments[when.segment.key] !== when.segment.value)
    return passed(msg('Passed over: only for customers with {key} = {value}'), when.segment)
  if (when?.language && language !== when.language && !language?.startsWith(`${when.language}-`))
    return passed(msg('Passed over: only for answers in {language}'), { language: when.language })
  const calendar = when?.open === undefined ? undefined : calendars.get(when.open)
  if (calendar && !calendar.open)
    return passed(msg('Passed over: {calendar} is closed at this hour'), { calendar: calendar.name })
  return true
}

function ownerByStep(step: RouteStep, ground: RoutingFacts, path: PathStep[]): Owner | null {
  switch (step.to) {
    case 'unit-manager':
      return nearestManager(ground, path, 0)
    case 'skip':
      return nearestManager(ground, path, 1)
    case 'account-owner':
      return accountOwner(ground, path)
    case 'person':
      return namedPerson(step.email, ground, path)
    case 'team':
      return inTeam(step, ground, path)
  }
}

const MOST_DELEGATES = 5

const hasLeftMessage = msg('{name} has left')
const isAway = msg('{name} is away until {until}')
const isAwayAlone = msg('{name} is away until {until}, and nobody stands in')

/** The person, or who stands in while they are away; null when nobody does. */
export function availableOrDelegate(
  owner: Owner,
  { away, gone }: Pick<RoutingFacts, 'away' | 'gone'>,
  path: PathStep[],
): Owner | null {
  const asked = new Set<string>()
  for (let who = owner; asked.size < MOST_DELEGATES; ) {
    const absence = away.get(who.id)
    if (gone?.has(who.id)) {
      path.push({ say: hasLeftMessage, values: { name: who.name }, person: who.id })
      return null
    }
    if (!absence) return who
    asked.add(who.id)
    const { delegate, until } = absence
    const values = { name: who.name, until }
    if (!delegate || asked.has(delegate.id)) {
      path.push({ say: isAwayAlone, values, person: who.id })
      return null
    }
    path.push({ say: isAway, values, person: who.id })
    path.push({ say: msg('{name} stands in'), values: { name: delegate.name }, person: delegate.id })
    who = delegate
  }
  return null
}

export const noUnitMessage = msg('The answer belongs to no unit')

/** The nearest manager on the way up who is there, above `skipped` other people. */
function nearestManager(ground: RoutingFacts, path: PathStep[], skipped: number): Owner | null {
  if (ground.chain.length === 0) path.push({ say: noUnitMessage })
  const passed = new Set<string>()
  for (const { unit, managers, closed } of ground.chain) {
    if (closed) path.push({ say: msg('{unit} is closed'), values: { unit } })
    else if (managers.length === 0) path.push({ say: msg('{unit} has no manager'), values: { unit } })
    const above = passed.size < skipped
    for (const manager of managers) {
      const values = { name: manager.name, unit }
      if (above || passed.has(manager.id)) {
        passed.add(manager.id)
        path.push({ say: msg('above {name}, manager of {unit}'), values, person: manager.id })
        break
      }
      path.push({ say: msg('{name}, manager of {unit}'), values, person: manager.id })
      const owner = availableOrDelegate(manager, ground, path)
      if (owner) return owner
    }
  }
  return null
}

function accountOwner(ground: RoutingFacts, path: PathStep[]): Owner | null {
  const { account } = ground
  if (!account) path.push({ say: msg('The customer belongs to no account') })
  else if (!account.owner) path.push({ say: msg('Nobody looks after {account}'), values: { account: account.name } })
  else {
    const { id, name } = account.owner
    path.push({ say: msg('{name}, who looks after {account}'), values: { name, account: account.name }, person: id })
    return availableOrDelegate(account.owner, ground, path)
  }
  return null
}

function namedPerson(email: string, ground: RoutingFacts, path: PathStep[]): Owner | null {
  const owner = ground.named.get(email) ?? null
  if (!owner) path.push({ say: msg('{email} is not in the directory'), values: { email } })
  else path.push({ say: msg('{name}, named by the rule'), values: { name: owner.name }, person: owner.id })
  return owner && availableOrDelegate(owner, ground, path)
}

/** Those who are away are passed over: a team has others. */
function inTeam(
  { team: wanted, by }: Extract<RouteStep, { to: 'team' }>,
  { teams, away, gone }: RoutingFacts,
  path: PathStep[],
): Owner | null {
  const team = teams.get(wanted)
  if (!team) {
    path.push({ say: msg('There is no team {team}'), values: { team: wanted } })
    return null
  }
  const values = { team: team.name }
  const there = team.members.filter(({ id }) => !away.has(id) && !gone?.has(id)).sort(by === 'load' ? byLoad : byTurn)
  const owner = there[0]
  if (!owner) {
    path.push({ say: team.members.length === 0 ? msg('Nobody is in {team}') : msg('Everybody in {team} is away'), values })
    return null
  }
  const say = by === 'load' ? msg('{name}, who has least to do in {team}') : msg('{name}, whose turn it is in {team}')
  path.push({ say, values: { ...values, name: owner.name }, person: owner.id })
  return { id: owner.id, name: owner.name }
}

const byTurn = (a: RoutedMember, b: RoutedMember): number => (a.turn ?? 0) - (b.turn ?? 0) || compare(a.id, b.id)
const byLoad = (a: RoutedMember, b: RoutedMember): number => a.waiting - b.waiting || byTurn(a, b)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Why an alert that waits cannot stay with its owner. */
export type RerouteReason = 'away' | 'gone' | 'post'

const rerouteMessages: Record<RerouteReason, string> = {
  away: msg('Routed again, because {name} is away'),
  gone: msg('Routed again, because {name} has left'),
  post: msg('Routed again, because {name} does not manage it any more'),
}

/** Who takes it over: whoever stands in for the owner, else whom the rule finds now. Null where that is nobody else. */
export function decideSuccessor(
  owner: Owner,
  loss: RerouteReason,
  route: readonly RouteStep[],
  ground: RoutingFacts,
): OwnerDecision | null {
  // Whoever was erased has no name any more.
  const say = owner.name ? rerouteMessages[loss] : msg('Routed again, because its owner has left')
  const path: PathStep[] = [{ say, values: { name: owner.name }, person: owner.id }]
  const standIn = loss === 'away' ? availableOrDelegate(owner, ground, path) : null
  if (standIn) return { owner: standIn, path }
  const gone = loss === 'gone' ? new Set([...(ground.gone ?? []), owner.id]) : ground.gone
  const found = decideOwner(route, { ...ground, ...(gone && { gone }) })
  return found.owner.id === owner.id ? null : { ...found, path: [...path, ...found.path] }
}

/** Says of somebody that they are not there. */
const notThere: readonly string[] = [hasLeftMessage, isAway, isAwayAlone]

/** The path as people read it: who is away is said once, however many ways led to them. */
export function pathWords(path: readonly PathStep[]): string[] {
  const told: { words: string; leadsTo: string | undefined }[] = []
  for (const { say, values, person } of path) {
    const words = t(say, values?.['until'] ? { ...values, until: day(String(values['until'])) } : values)
    const known = notThere.includes(say) && told.some(step => step.words === words)
    const leads = !notThere.includes(say) && !Object.values(rerouteMessages).includes(say)
    if (!known) told.push({ words, leadsTo: leads ? person : undefined })
    else if (person !== undefined && told.at(-1)!.leadsTo === person) told.pop()
  }
  return told.map(({ words }) => words)
}
