import type { Database, Tx } from '../../../../kit/server/db.ts'
import { OperatorError } from '../../../../kit/server/operator-error.ts'
import { importContract } from '../../../../people/importing/importContract.ts'
import { importPeople } from '../../../../people/server/importing/importPeople.ts'
import { importUnits } from '../../../../people/server/importing/importUnits.ts'
import { importHistory } from '../../../../responses/server/importing/importHistory.ts'
import { listSurveys } from '../../../../surveys/server/surveyStore.ts'
import type { Importable } from './input.ts'
import { commandLineCaller } from './commandLineCaller.ts'

export interface ImportWish {
  dryRun: boolean
  /** Take people back who were erased on request. */
  liftErasures: boolean
  map?: string | undefined
  from?: string | undefined
  units?: string | undefined
  survey?: string | undefined
  createUnits: boolean
}

/** Does what the call of the API does, and answers what it answers. */
export function importInto(
  database: Database,
  org: string,
  what: Importable,
  file: Uint8Array,
  wish: ImportWish,
): Promise<object> {
  return database.inOrg(org, commandLineCaller, tx => importers[what](tx, file, wish))
}

const importers: Record<Importable, (tx: Tx, file: Uint8Array, wish: ImportWish) => Promise<object>> = {
  units: (tx, file, { dryRun, map, from }) => {
    const checked = importContract.importUnits.query.safeParse({ from })
    if (!checked.success) throw new OperatorError('--from must be a day such as 2026-03-17.')
    return importUnits(tx, file, { dryRun, map, from: checked.data.from })
  },
  people: (tx, file, { dryRun, liftErasures, map, units }) => {
    const checked = importContract.importPeople.query.safeParse({ units })
    if (!checked.success) throw new OperatorError('--units must be auto, managers or none.')
    return importPeople(tx, file, { dryRun, liftErasures, map, units: checked.data.units })
  },
  responses: async (tx, file, { dryRun, map, survey, createUnits }) =>
    importHistory(tx, await surveyNamed(tx, survey), file, { map, createUnits, dryRun }),
}

const MOST = 10_000

async function surveyNamed(tx: Tx, wanted: string | undefined): Promise<string> {
  const all = (await listSurveys(tx, { limit: MOST, archived: false })).filter(({ state }) => state !== 'draft')
  const fitting = wanted === undefined ? all : all.filter(one => one.id === wanted.toLowerCase() || one.name === wanted)
  if (fitting.length === 1) return fitting[0]!.id
  if (all.length === 0) throw new OperatorError('There is no published survey to import into. Publish one first.')
  const names = all.slice(0, 20).map(({ name, id }) => `“${name}” (${id})`)
  const why =
    wanted === undefined || fitting.length > 1 ? 'Say which survey' : `There is no published survey “${wanted}”. Say one`
  throw new OperatorError(`${why} with --survey: ${names.join(', ')}${all.length > 20 ? ', …' : ''}.`)
}
