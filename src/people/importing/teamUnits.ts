import type { ImportedPerson } from './importedPeople.ts'
import type { Memberships, PeopleImportContext } from './peopleImportContext.ts'
import type { UnitRole } from './personLines.ts'
import { resolvePlacements, type PlacementRequest } from '../resolvePlacements.ts'
import { valueOn } from '../timeline.ts'

/** Keys of units that were made from who reports to whom begin so. */
export const TEAM_PREFIX = 'team:'

export interface TeamUnits {
  creates: { id: string; key: string; name: string; parentId: string | null }[]
  moves: { id: string; parentId: string | null }[]
  /** Person → the team they manage and the team they belong to. */
  members: ReadonlyMap<string, Memberships>
}

interface DerivedTeam {
  id: string
  key: string
  name: string
  isNew: boolean
}

/** Units for an organisation whose file names none: each manager's team is one, below the team the manager belongs to. */
export function teamUnitsOf(
  granted: readonly PlacementRequest[],
  people: ReadonlyMap<string, ImportedPerson>,
  ground: PeopleImportContext,
): TeamUnits {
  const managerOf = (id: string, wish?: PlacementRequest): string | null =>
    wish?.parentId ?? valueOn(ground.reporting.get(id) ?? [], ground.today) ?? null
  const wishes = new Map(granted.map(wish => [wish.id, wish]))
  const managers = new Set(granted.flatMap(wish => managerOf(wish.id, wish) ?? []))
  const teams = new Map([...managers].map(id => teamOf(id, people, ground)).filter(team => team !== undefined))
  const placed = [...teams].map(([id, team]): PlacementRequest & { team: DerivedTeam } => {
    const above = managerOf(id, wishes.get(id))
    const parentId = above ? (teams.get(above)?.id ?? null) : null
    const now = valueOn(ground.unitForest.get(team.id) ?? [], ground.today) ?? null
    // A manager who is not in the file is known here by name only: their team stays where it is.
    const moves = !team.isNew && wishes.has(id) && now !== parentId
    return { line: 0, id: team.id, parentId, isNew: team.isNew, moves, team }
  })
  const settled = new Map(resolvePlacements(ground.unitForest, placed, ground.today).granted.map(wish => [wish.id, wish]))
  const stays = placed.filter(wish => settled.has(wish.id))
  return {
    creates: stays
      .filter(wish => wish.isNew)
      .map(({ team, parentId }) => ({ id: team.id, key: team.key, name: team.name, parentId })),
    moves: stays.filter(wish => wish.moves).map(({ id, parentId }) => ({ id, parentId })),
    members: new Map(granted.map(wish => [wish.id, membershipsOf(wish.id, managerOf(wish.id, wish), teams)])),
  }
}

function membershipsOf(id: string, managerId: string | null, teams: ReadonlyMap<string, DerivedTeam>): Memberships {
  const own = teams.get(id)
  const above = managerId ? teams.get(managerId) : undefined
  return new Map<string, UnitRole>([
    ...(above ? [[above.id, 'member'] as const] : []),
    ...(own ? [[own.id, 'manager'] as const] : []),
  ])
}

function teamOf(
  id: string,
  people: ReadonlyMap<string, ImportedPerson>,
  { known, units, newId }: PeopleImportContext,
): [string, DerivedTeam] | undefined {
  const group = people.get(id)
  const person = group?.known ?? [...known.byExternalId.values(), ...known.byEmail.values()].find(one => one.id === id)
  const word = group?.first.externalId || person?.externalId || group?.first.email || person?.email
  if (!word) return undefined
  const key = TEAM_PREFIX + word
  const before = units.get(key)
  const name = group?.first.name || person?.name
  const title = group?.first.title || person?.title
  return [
    id,
    {
      id: before?.id ?? newId(),
      key,
      name: name ? `Team ${name}` : title ? `${title} (${word})` : `Team ${word}`,
      isNew: !before,
    },
  ]
}
