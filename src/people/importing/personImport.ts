import type { Columns } from '../../kit/columns.ts'
import { type KnownPerson, type ImportedPerson, ImportedPeople } from './importedPeople.ts'
import { type PersonLine, readPersonLines, type UnitRole } from './personLines.ts'
import { type RefusedPlacement, resolvePlacements, type PlacementRequest } from '../resolvePlacements.ts'
import { byLine, type ImportCount, quoted, type SkippedLine } from './skipped.ts'
import { type TeamUnits, teamUnitsOf } from './teamUnits.ts'
import { valueOn } from '../timeline.ts'
import { type KnownUnit, linesOf } from './unitImport.ts'
import type { PeopleImportContext } from './peopleImportContext.ts'
import type { Memberships } from './peopleImportContext.ts'

export type PersonValues = Omit<KnownPerson, 'id'>

export interface PeoplePlan extends ImportCount {
  units: TeamUnits['creates']
  unitMoves: TeamUnits['moves']
  accounts: { id: string; key: string; name: string }[]
  creates: KnownPerson[]
  updates: KnownPerson[]
  managers: { personId: string; managerId: string }[]
  members: { personId: string; unitId: string; role: UnitRole }[]
  endedMembers: { personId: string; unitId: string }[]
}

/** What a file of people would do. Managers may come later in the file than those who report to them. */
export function planPeople(
  lines: readonly { line: number; cells: readonly string[] }[],
  width: number,
  columns: Columns,
  ground: PeopleImportContext,
): PeoplePlan {
  const { read, skipped } = readPersonLines(lines, width, columns)
  const gone = read.flatMap(line => reasonOf(line, ground.erased(line)))
  skipped.push(...gone)
  const left = new Set(gone.map(({ line }) => line))
  const groups = new ImportedPeople(
    read.filter(({ line }) => !left.has(line)),
    ground.known,
    ground.newId,
  )
  skipped.push(...groups.skipped)
  const { people, lost } = split(groups.all, ground)
  skipped.push(...lost)
  const { granted, refused } = resolvePlacements(ground.reporting, wishesOf(people, groups, ground), ground.today)
  const byId = new Map(people.map(group => [group.id, group]))
  const byNumber = new Map(people.map(group => [group.first.line, group]))
  skipped.push(...refused.map(refusal => explain(refusal, byId, byNumber)))
  return buildPlan(granted, byId, ground, skipped.sort(byLine))
}

const reasonOf = ({ line }: PersonLine, reason: string | undefined): SkippedLine[] => (reason ? [{ line, reason }] : [])

// A unit that is not there, or no longer, loses the person: better to say so than to put them nowhere.
function split(
  all: readonly ImportedPerson[],
  { units }: PeopleImportContext,
): { people: ImportedPerson[]; lost: SkippedLine[] } {
  const lost: SkippedLine[] = []
  const people = all.filter(group => {
    const reason = [...group.units.keys()].map(key => unitFault(key, units.get(key))).find(Boolean)
    if (reason) lost.push({ line: group.first.line, reason })
    return !reason
  })
  return { people, lost }
}

function unitFault(key: string, unit: KnownUnit | undefined): string | undefined {
  if (!unit) return `there is no unit ${quoted(key)}; import the units first`
  return unit.closedOn ? `the unit ${quoted(key)} was closed on ${unit.closedOn}` : undefined
}

function wishesOf(people: readonly ImportedPerson[], groups: ImportedPeople, ground: PeopleImportContext): PlacementRequest[] {
  const taken = new Set(people.map(group => group.id))
  const inDirectory = new Set([...ground.known.byExternalId.values(), ...ground.known.byEmail.values()].map(person => person.id))
  return people.map(({ id, known, first }): PlacementRequest => {
    const told = first.managerId !== '' || first.managerEmail !== ''
    const found = told ? managerOf(first, groups) : undefined
    const managerId = found && (taken.has(found) || inDirectory.has(found)) ? found : null
    const now = valueOn(ground.reporting.get(id) ?? [], ground.today) ?? null
    return {
      line: first.line,
      id,
      parentId: managerId,
      isNew: !known,
      moves: told && managerId !== now,
      lost: told && !managerId,
    }
  })
}

function managerOf({ managerId, managerEmail }: PersonLine, groups: ImportedPeople): string | undefined {
  const byId = managerId ? groups.find(managerId, '') : undefined
  const byEmail = managerEmail ? groups.find('', managerEmail) : undefined
  return byId ?? byEmail
}

function explain(
  refusal: RefusedPlacement,
  byId: ReadonlyMap<string, ImportedPerson>,
  byNumber: ReadonlyMap<number, ImportedPerson>,
): SkippedLine {
  const { line } = refusal
  const { first } = byNumber.get(line)!
  const manager = quoted(first.managerId || first.managerEmail)
  if (refusal.kind === 'parent-unknown')
    return { line, reason: `the manager ${manager} is neither in the file nor in the directory` }
  if (refusal.kind === 'parent-refused')
    return { line, reason: `the manager ${manager} (line ${refusal.parentLine}) was left out` }
  const way = refusal.members.map(id => wordFor(byId.get(id)) ?? 'somebody of the directory').join(' → ')
  return { line, reason: `nobody reports to themselves: ${way} (${linesOf(refusal.lines)})` }
}

const wordFor = (group: ImportedPerson | undefined) => group && (group.first.externalId || group.first.email)

function buildPlan(
  granted: readonly PlacementRequest[],
  byId: ReadonlyMap<string, ImportedPerson>,
  ground: PeopleImportContext,
  skipped: SkippedLine[],
): PeoplePlan {
  const people = granted.map(wish => byId.get(wish.id)!)
  const accounts = accountsOf(people, ground)
  const managing = new Set(granted.map(wish => wish.parentId))
  const teams = ground.teamUnits ? teamUnitsOf(granted, byId, ground) : undefined
  const plan: PeoplePlan = {
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped,
    creates: [],
    updates: [],
    managers: [],
    members: [],
    endedMembers: [],
    units: teams?.creates ?? [],
    unitMoves: teams?.moves ?? [],
    accounts: accounts.created,
  }
  for (const wish of granted) {
    const group = byId.get(wish.id)!
    const changed = [
      addPerson(plan, group, valuesOf(group, managing.has(group.id), accounts.ids)),
      wish.moves && wish.parentId !== null && Boolean(plan.managers.push({ personId: wish.id, managerId: wish.parentId })),
      addMembers(plan, wish.id, teams?.members.get(wish.id) ?? toldUnits(group, ground), ground.memberships.get(wish.id)),
    ].some(Boolean)
    if (wish.isNew) plan.created++
    else if (changed) plan.updated++
    else plan.unchanged++
  }
  return plan
}

function accountsOf(people: readonly ImportedPerson[], { accounts, newId }: PeopleImportContext) {
  const ids = new Map(accounts)
  const created: PeoplePlan['accounts'] = []
  for (const { first } of people) {
    const key = customerAccountKey(first.account)
    if (!key || ids.has(key)) continue
    const id = newId()
    ids.set(key, id)
    created.push({ id, key, name: first.account })
  }
  return { ids, created }
}

/** What an account is known by: its name, whatever the case. */
export const customerAccountKey = (name: string): string => name.trim().toLowerCase()

function addPerson(plan: PeoplePlan, { id, known }: ImportedPerson, values: PersonValues): boolean {
  if (!known) return Boolean(plan.creates.push({ id, ...values }))
  return differs(known, values) && Boolean(plan.updates.push({ id, ...values }))
}

const details = ['externalId', 'email', 'name', 'title', 'kind', 'phone', 'locale', 'accountId'] as const

function differs(known: KnownPerson, values: PersonValues): boolean {
  return (
    details.some(field => known[field] !== values[field]) ||
    Object.entries(values.segments).some(([key, value]) => known.segments[key] !== value)
  )
}

function valuesOf({ known, first }: ImportedPerson, manages: boolean, accounts: ReadonlyMap<string, string>): PersonValues {
  // Nobody said what they are: whoever has a place in the organisation is staff, anybody else is a customer's contact.
  const isStaff = Boolean(first.role || first.title || first.managerId || first.managerEmail) || manages
  return {
    externalId: first.externalId || (known?.externalId ?? null),
    email: first.email || (known?.email ?? null),
    name: first.name || (known?.name ?? ''),
    title: first.title || (known?.title ?? null),
    kind: first.kind || (known?.kind ?? (isStaff ? 'staff' : 'contact')),
    phone: first.phone || (known?.phone ?? null),
    locale: first.locale || (known?.locale ?? null),
    accountId: accounts.get(customerAccountKey(first.account)) ?? known?.accountId ?? null,
    segments: { ...known?.segments, ...Object.fromEntries(first.segments) },
  }
}

function toldUnits({ id, units: told }: ImportedPerson, { units, memberships }: PeopleImportContext): Memberships | undefined {
  if (told.size === 0) return undefined
  const before = memberships.get(id)
  return new Map(
    [...told].map(([key, role]) => {
      const unitId = units.get(key)!.id
      return [unitId, role || (before?.get(unitId) ?? 'member')]
    }),
  )
}

/** Brings the memberships to what the file says; true when that changes something. */
function addMembers(plan: PeoplePlan, personId: string, told: Memberships | undefined, before: Memberships = new Map()): boolean {
  if (!told?.size) return false
  const fresh = [...told].filter(([unitId, role]) => before.get(unitId) !== role)
  const ended = [...before.keys()].filter(unitId => told.get(unitId) !== before.get(unitId))
  plan.members.push(...fresh.map(([unitId, role]) => ({ personId, unitId, role })))
  plan.endedMembers.push(...ended.map(unitId => ({ personId, unitId })))
  return fresh.length + ended.length > 0
}
