import type { Caller } from '../../../kit/caller.ts'
import type { Database } from '../../../kit/server/db.ts'
import { orgMembers, orgRow, pageOfTable } from './exportStore.ts'
import { orgTables } from './orgTables.ts'

const PAGE = 500
/** Of rows of which each may be a quarter of a megabyte. */
const LARGE_PAGE = 8

/** All rows of an organisation, one JSON object a line: `{"table": …, "row": {…}}`. Read in pages of short transactions. */
export async function* exportOrg(
  database: Database,
  org: string,
  caller: Caller,
  without: readonly string[] = [],
): AsyncGenerator<string> {
  const [row, members, tables] = await database.readInOrg(org, caller, async tx => [
    await orgRow(tx),
    await orgMembers(tx),
    await orgTables(tx),
  ])
  yield line('org', row)
  for (const member of members) yield line('login', member)
  for (const table of tables.filter(({ name }) => !without.includes(name))) {
    const size = table.large ? LARGE_PAGE : PAGE
    let after: string[] | undefined
    do {
      const page = await database.readInOrg(org, caller, tx => pageOfTable(tx, table, after, size))
      for (const one of page) yield line(table.name, withoutSecrets(table.name, one.row))
      after = page.length === size ? page.at(-1)!.key : undefined
    } while (after)
  }
}

const line = (table: string, row: unknown) => `${JSON.stringify({ table, row })}\n`

/** What opens a door is not part of anybody's data. The record keeps its hashes: they prove it. */
function withoutSecrets(table: string, row: Record<string, unknown>): Record<string, unknown> {
  if (table.startsWith('activity')) return row
  return Object.fromEntries(Object.entries(row).filter(([column]) => !/(^|_)(hash|hashes|secret)$/.test(column)))
}
