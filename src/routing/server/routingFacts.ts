import { AppError } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { ensurePersonOfUser } from '../../people/server/person/persons.ts'
import { type ChainLink, unitChain } from '../../people/server/units.ts'
import { calendarHistory } from '../../sla/server/calendarHistory.ts'
import { allCalendars } from '../../sla/server/calendarStore.ts'
import { openTime } from '../../sla/openTime.ts'
import type { RoutingFacts, UnitLevel, Owner } from '../routing.ts'
import type { RouteStep } from '../route.ts'
import { closedAmong, findAccountOf, findOwnerLogin, findStaffByEmail, namesOf, readFormerMembers } from './routingFactsStore.ts'
import { readAbsences, readSegments, readTeams } from './routingTeamStore.ts'

/** What an alert is about, as far as routing asks. */
export interface RoutingSubject {
  unitId: string | null
  personId: string | null
  segments: Readonly<Record<string, string>>
  locale: string | null
}

/** Reads what routing looks at: only as much of it as the route asks for. */
export async function readRoutingFacts(tx: Tx, route: readonly RouteStep[], about: RoutingSubject): Promise<RoutingFacts> {
  const asks = new Set(route.map(step => step.to))
  const climbs = asks.has('unit-manager') || asks.has('skip')
  const emails = route.flatMap(step => (step.to === 'person' ? [step.email] : []))
  const asksSegment = route.some(({ when }) => when?.segment)
  const teams = route.flatMap(step => (step.to === 'team' ? [step.team] : []))
  return {
    chain: climbs && about.unitId ? await readUnitLevels(tx, about.unitId) : [],
    account: asks.has('account-owner') && about.personId ? await findAccountOf(tx, about.personId) : null,
    named: emails.length > 0 ? await findStaffByEmail(tx, emails) : new Map(),
    teams: await readTeams(tx, teams),
    away: await readAbsences(tx),
    gone: await readFormerMembers(tx),
    calendars: await readCalendars(
      tx,
      route.flatMap(({ when }) => when?.open ?? []),
    ),
    segments: { ...(asksSegment && about.personId && (await readSegments(tx, about.personId))), ...about.segments },
    language: about.locale,
    organisationOwner: await ensureOrganisationOwner(tx),
  }
}

export async function readCalendars(tx: Tx, ids: readonly string[]): Promise<RoutingFacts['calendars']> {
  if (ids.length === 0) return new Map()
  const history = await calendarHistory(tx)
  const names = new Map((await allCalendars(tx)).map(({ id, name }) => [id, name]))
  const now = tx.now.getTime()
  return new Map(
    ids.map(id => {
      const name = names.get(id)
      return [id, name === undefined ? null : { name, open: openTime(history.at(id, now), now, now + 1_000) > 0 }]
    }),
  )
}

/** From a unit to the top. Of several managers the one who has been there longest comes first. */
export const readUnitLevels = async (tx: Tx, unitId: string): Promise<RoutingFacts['chain']> =>
  withoutClosed(tx, await unitChain(tx, unitId))

async function withoutClosed(tx: Tx, chain: readonly ChainLink[]): Promise<UnitLevel[]> {
  const closed = await closedAmong(
    tx,
    chain.map(({ id }) => id),
  )
  return chain.map(({ id, name, managers }) =>
    closed.has(id) ? { unit: name, managers: [], closed: true } : { unit: name, managers },
  )
}

/** The person behind the organisation's first owner: made when the directory does not know them yet, for somebody must be there. */
export async function ensureOrganisationOwner(tx: Tx): Promise<Owner> {
  const known = await findOrganisationOwner(tx)
  if (known) return known
  const login = await findOwnerLogin(tx)
  if (!login) throw new AppError('conflict', 'This organisation has no owner. The operator of the installation can name one.')
  const id = await ensurePersonOfUser(tx, login)
  return (await namesOf(tx, [id])).get(id)!
}

/** The same for reading, where nobody is made: null until the directory knows the owner. */
export async function findOrganisationOwner(tx: Tx): Promise<Owner | null> {
  const personId = (await findOwnerLogin(tx))?.personId
  return (personId && (await namesOf(tx, [personId])).get(personId)) || null
}
