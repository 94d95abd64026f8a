import { badInput } from './errors.ts'

/** Which column of a file holds which of our fields: field → index of the column. */
export type Columns = ReadonlyMap<string, number>

/** The fields an import knows: exact names, and prefixes after which any word may follow (`segment.`). */
export interface ColumnFields {
  names: readonly string[]
  prefixes?: readonly string[]
}

/**
 * Finds our fields among the columns of a file. Columns that bear our names are found by themselves ("Manager e-mail" is
 * `manager_email`); `map` names the others, as {our field: their column} or {their column: our field}, whichever fits.
 */
export function matchColumns(
  header: readonly string[],
  fields: ColumnFields,
  map: Readonly<Record<string, string>> = {},
): Columns {
  const mapped = mappedColumns(header, fields, map)
  const taken = new Set(mapped.values())
  const found = new Map(mapped)
  header.forEach((column, i) => {
    const field = nameOf(column)
    if (!taken.has(i) && isField(fields, field) && !found.has(field)) found.set(field, i)
  })
  return found
}

function mappedColumns(
  header: readonly string[],
  fields: ColumnFields,
  map: Readonly<Record<string, string>>,
): Map<string, number> {
  const entries = Object.entries(map)
  const ours = entries.map(([field, column]) => [field, find(header, column)] as const)
  if (ours.every(([field, at]) => isField(fields, field) && at >= 0)) return new Map(ours)
  const theirs = entries.map(([column, field]) => [field, find(header, column)] as const)
  if (theirs.every(([field, at]) => isField(fields, field) && at >= 0)) return new Map(theirs)
  const [wrong] =
    entries.find(([key]) => !isField(fields, key) && find(header, key) < 0) ??
    entries.find((_, i) => ours[i]![1] < 0) ??
    entries[0]!
  throw badInput('map', `“${wrong}” does not fit: name our field and a column of the file. ${listing(header, fields)}`)
}

const listing = (header: readonly string[], { names, prefixes = [] }: ColumnFields) =>
  `Fields: ${[...names, ...prefixes.map(prefix => `${prefix}…`)].join(', ')}. Columns: ${header.slice(0, 50).join(', ')}.`

const isField = ({ names, prefixes = [] }: ColumnFields, field: string) =>
  names.includes(field) || prefixes.some(prefix => field.startsWith(prefix) && field.length > prefix.length)

function find(header: readonly string[], column: string): number {
  const exact = header.indexOf(column)
  return exact >= 0 ? exact : header.findIndex(name => name.trim().toLowerCase() === column.trim().toLowerCase())
}

// "Manager E-Mail" → manager_email; after a prefix the word stays as it is.
function nameOf(column: string): string {
  const [, prefix = '', rest = ''] = /^(segment\.)?(.*)$/is.exec(column.trim()) ?? []
  if (prefix) return prefix.toLowerCase() + rest.trim()
  return rest
    .toLowerCase()
    .replace(/\be-mail\b/g, 'email')
    .replace(/[\s-]+/g, '_')
}

/** The columns that no field was found in. */
export const unusedColumns = (header: readonly string[], columns: Columns): string[] => {
  const used = new Set(columns.values())
  return header.filter((name, i) => !used.has(i) && name.trim() !== '')
}

/** What a line says: our field → its cell, trimmed; or why it cannot be read. */
export type Row = { values: ReadonlyMap<string, string> } | { fault: string }

/** Reads the fields of one line of a file whose columns are known. Missing cells are empty. */
export function rowOf(cells: readonly string[], width: number, columns: Columns): Row {
  if (cells.slice(width).some(cell => cell.trim() !== ''))
    return { fault: `has ${cells.length} cells where the first line has ${width}` }
  const values = new Map<string, string>()
  for (const [field, at] of columns) {
    const cell = withoutApostrophe((cells[at] ?? '').trim())
    if (cell.includes('\u0000')) return { fault: `${field} contains the NUL character` }
    values.set(field, cell)
  }
  return { values }
}

/** Takes away the apostrophe with which a CSV export keeps spreadsheets from running a cell as a formula. */
export const withoutApostrophe = (cell: string): string =>
  /^'[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) ? cell.slice(1) : cell
