import { record } from '../../../activity/server/record.ts'
import { matchColumns, unusedColumns } from '../../../kit/columns.ts'
import { badInput } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { readCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { announce } from '../../../kit/server/live.ts'
import type { Day } from '../../day.ts'
import { planUnits, type UnitPlan, unitFields } from '../../importing/unitImport.ts'
import { parseMap, type ImportReply, replyOf } from './imports.ts'
import { today } from '../today.ts'
import { allUnits, insertUnits, lockTree, readUnitPlacements, placeUnits, renameUnits } from '../unitStore.ts'

export interface UnitImport {
  dryRun: boolean
  map?: string | undefined
  from?: Day | undefined
}

/** Reads a file of units, decides what it would do, and does it unless this is a dry run. */
export async function importUnits(tx: Tx, body: unknown, options: UnitImport): Promise<ImportReply> {
  const file = await readCsv(body)
  const columns = matchColumns(file.header, { names: unitFields }, parseMap(options.map))
  if (!columns.has('unit'))
    throw badInput(
      'body',
      `No column is named “unit”. The columns are: ${file.header.join(', ')}. Name it in ?map={"unit": "…"}.`,
    )
  await lockTree(tx)
  const known = new Map((await allUnits(tx)).map(unit => [unit.key, unit]))
  const from = options.from ?? (await today(tx))
  const plan = planUnits(file.lines, file.header.length, columns, { known, forest: await readUnitPlacements(tx), from, newId })
  if (!options.dryRun) await carryOut(tx, plan, from)
  return replyOf(plan, [...columns.keys()], unusedColumns(file.header, columns))
}

async function carryOut(tx: Tx, plan: UnitPlan, from: Day): Promise<void> {
  if (plan.creates.length > 0) await insertUnits(tx, plan.creates)
  if (plan.renames.length > 0) await renameUnits(tx, plan.renames)
  if (plan.moves.length > 0) await placeUnits(tx, plan.moves, from)
  if (plan.created + plan.updated === 0) return
  const { created, updated, skipped } = plan
  await record(tx, 'units.imported', { type: 'org', id: tx.org }, { created, updated, skipped: skipped.length, from })
  announce(tx, 'units')
}
