import { listOrgs } from '../../../../accounts/server/orgStore.ts'
import { findDemo } from '../../../../demo/server/demoStore.ts'
import type { Database } from '../../../../kit/server/db.ts'
import { OperatorError } from '../../../../kit/server/operator-error.ts'

export interface SelectedOrg {
  id: string
  code: string
  name: string
}

const MOST = 10_000

/** The organisation that a command names, or the only one there is beside the demo. */
export async function selectOrg(database: Database, wanted: string | undefined): Promise<SelectedOrg> {
  const { all, demo } = await database.inSystem(async tx => ({
    all: await listOrgs(tx, MOST, undefined),
    demo: await findDemo(tx),
  }))
  const own = all.filter(({ id }) => id !== demo?.id)
  const fitting = wanted === undefined ? (own.length > 0 ? own : all) : all.filter(named(wanted))
  if (fitting.length === 1) return fitting[0]!
  if (all.length === 0) throw new OperatorError('There is no organisation yet. Open the product in a browser and create yours.')
  const names = all.slice(0, 20).map(({ name, code }) => `${name} (${code})`)
  const why = fitting.length > 1 ? 'Several organisations fit' : `There is no organisation “${wanted}”`
  throw new OperatorError(`${why}. Say one with --org, by its code: ${names.join(', ')}${all.length > 20 ? ', …' : ''}.`)
}

const named =
  (wanted: string) =>
  ({ id, code, name }: SelectedOrg): boolean =>
    id === wanted.toLowerCase() || code === wanted || name.toLowerCase() === wanted.toLowerCase()
