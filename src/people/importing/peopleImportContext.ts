import type { Day } from '../day.ts'
import type { DatedHierarchy } from '../datedHierarchy.ts'
import type { KnownPeople } from './importedPeople.ts'
import type { PersonLine, UnitRole } from './personLines.ts'
import type { KnownUnit } from './unitImport.ts'

export type Memberships = ReadonlyMap<string, UnitRole>

/** What a file of people is planned against: the directory as it is today. */
export interface PeopleImportContext {
  known: KnownPeople
  units: ReadonlyMap<string, KnownUnit>
  unitForest: DatedHierarchy
  /** Account key (the name in lower case) → id. */
  accounts: ReadonlyMap<string, string>
  reporting: DatedHierarchy
  memberships: ReadonlyMap<string, Memberships>
  today: Day
  /** Makes a unit of each manager's team, because the file names none. */
  teamUnits: boolean
  newId: () => string
  /** Why nobody may be taken in who was erased on request; undefined for all others. */
  erased: (line: PersonLine) => string | undefined
}
