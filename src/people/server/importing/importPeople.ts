import { record } from '../../../activity/server/record.ts'
import { type Columns, matchColumns, unusedColumns } from '../../../kit/columns.ts'
import { badInput } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { replanChecks } from '../../../kit/server/bulk.ts'
import { type CsvFile, readCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Day } from '../../day.ts'
import { type PeoplePlan, planPeople } from '../../importing/personImport.ts'
import type { PeopleImportContext } from '../../importing/peopleImportContext.ts'
import { personFields } from '../../importing/personLines.ts'
import { TEAM_PREFIX } from '../../importing/teamUnits.ts'
import type { KnownUnit } from '../../importing/unitImport.ts'
import { findErasureDates, liftErasure, refuseLifting, erasedOnWords } from '../erasedIdentity.ts'
import { type ImportReply, parseMap, replyOf } from './imports.ts'
import {
  accountIds,
  addMembers,
  endMembers,
  insertAccounts,
  insertPeople,
  membershipsOn,
  peopleKnownBy,
  readReportingHierarchy,
  saveManagers,
  updatePeople,
} from '../peopleBulkStore.ts'
import { today } from '../today.ts'
import { allUnits, insertUnits, lockTree, readUnitPlacements, placeUnits } from '../unitStore.ts'

export interface PeopleImport {
  dryRun: boolean
  map?: string | undefined
  /** Where units come from when the file names none. */
  units: 'auto' | 'managers' | 'none'
  /** Also takes those who were erased on request: they asked to be here again. */
  liftErasures?: boolean
}

/** Reads a file of people, decides what it would do, and does it unless this is a dry run. */
export async function importPeople(tx: Tx, body: unknown, options: PeopleImport): Promise<ImportReply> {
  const file = await readCsv(body)
  const columns = matchColumns(file.header, personFields, parseMap(options.map))
  if (!columns.has('external_id') && !columns.has('email'))
    throw badInput(
      'body',
      `No column is named “external_id” or “email”. The columns are: ${file.header.join(', ')}. Name one in ?map={"external_id": "…"}.`,
    )
  if (options.liftErasures) refuseLifting(tx)
  await lockTree(tx)
  const units = await allUnits(tx)
  const teamUnits = wantsTeamUnits(columns, units, options.units)
  const on = await today(tx)
  const plan = planPeople(file.lines, file.header.length, columns, {
    known: await peopleKnownBy(tx, ...namedIn(file, columns)),
    erased: options.liftErasures ? () => undefined : await erasedIn(tx, file, columns),
    units: new Map(units.map(unit => [unit.key, unit])),
    unitForest: await readUnitPlacements(tx),
    accounts: await accountIds(tx),
    reporting: await readReportingHierarchy(tx),
    memberships: await membershipsOn(tx, on),
    today: on,
    teamUnits,
    newId,
  })
  if (!options.dryRun) await carryOut(tx, plan, on)
  if (!options.dryRun && options.liftErasures) await liftErasure(tx, plan.creates)
  return replyOf(plan, [...columns.keys()], unusedColumns(file.header, columns), teamUnits ? [noteOf(plan)] : [])
}

// Units are derived by themselves only where no hand-made tree could be mixed up with them.
function wantsTeamUnits(columns: Columns, units: readonly KnownUnit[], wish: PeopleImport['units']): boolean {
  const hasManagers = columns.has('manager_id') || columns.has('manager_email')
  if (wish === 'none' || columns.has('unit') || !hasManagers) return false
  return wish === 'managers' || units.every(unit => unit.key.startsWith(TEAM_PREFIX))
}

const noteOf = ({ units }: PeoplePlan) =>
  `The file names no units, so that each manager’s team is one: ${units.length} are new, with keys that begin with “${TEAM_PREFIX}”. Send ?units=none to make no units.`

/** External ids and addresses that the file names. */
function namedIn(file: CsvFile, columns: Columns): [externalIds: string[], emails: string[]] {
  const cells = (...fields: string[]) => {
    const at = fields.flatMap(field => columns.get(field) ?? [])
    const found = new Set(file.lines.flatMap(line => at.map(i => (line.cells[i] ?? '').trim())))
    found.delete('')
    return [...found].filter(cell => !cell.includes('\u0000'))
  }
  const emails = cells('email', 'manager_email').map(email => email.toLowerCase())
  return [cells('external_id', 'manager_id'), emails]
}

async function erasedIn(tx: Tx, file: CsvFile, columns: Columns): Promise<PeopleImportContext['erased']> {
  const [externalIds, emails] = namedIn(file, columns)
  const { byEmail, byExternalId } = await findErasureDates(tx, emails, externalIds)
  return ({ email, externalId }) => {
    const at = byEmail.get(email) ?? byExternalId.get(externalId)
    return at && `${erasedOnWords(at)}; left out`
  }
}

async function carryOut(tx: Tx, plan: PeoplePlan, on: Day): Promise<void> {
  if (plan.units.length > 0) await insertUnits(tx, plan.units)
  if (plan.unitMoves.length > 0) await placeUnits(tx, plan.unitMoves, on)
  if (plan.accounts.length > 0) await insertAccounts(tx, plan.accounts)
  await insertPeople(tx, plan.creates)
  if (plan.units.length + plan.creates.length > 1000) await replanChecks(tx)
  await updatePeople(tx, plan.updates)
  await saveManagers(tx, plan.managers, on)
  await endMembers(tx, plan.endedMembers, on)
  await addMembers(tx, plan.members, on)
  if (plan.created + plan.updated === 0) return
  const { created, updated, skipped, units } = plan
  await record(
    tx,
    'people.imported',
    { type: 'org', id: tx.org },
    { created, updated, skipped: skipped.length, units: units.length },
  )
  announce(tx, 'people')
  if (units.length > 0) announce(tx, 'units')
}
