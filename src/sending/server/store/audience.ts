import { badInput } from '../../../kit/errors.ts'
import { email as emailSchema } from '../../../kit/contract.ts'
import { readCsv } from '../../../kit/server/csv.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { findErasureDates, erasedOnWords } from '../../../people/server/erasedIdentity.ts'
import { findUnitsByKey, unitSubtree, visibleUnits } from '../../../people/server/units.ts'
import type { AudienceInput } from '../../sendingContract.ts'
import { requireUnitId } from '../../../surveys/server/links.ts'

/** People of the directory, as a send keeps it: its next occurrence asks whoever is meant by then. */
export interface PeopleFilter {
  kind?: 'staff' | 'contact' | undefined
  units?: string[] | undefined
  segments?: Record<string, string> | undefined
}

export interface ListedRecipient {
  email: string
  name: string
  unitId: string | null
  locale: string | null
  segments: Record<string, string>
}

export type Audience =
  | { kind: 'people'; filter: PeopleFilter }
  | { kind: 'list'; people: ListedRecipient[]; skipped: { line: number; reason: string }[] }

/** Reads whom to ask. Throws AppError for units that do not exist, and for a file without addresses. */
export async function readAudience(tx: Tx, input: AudienceInput): Promise<Audience> {
  if (input.people) {
    const { units, ...rest } = input.people
    const ids = units && (await Promise.all(units.map(unit => requireUnitId(tx, unit))))
    return { kind: 'people', filter: { ...rest, ...(ids && { units: ids }) } }
  }
  const rows = input.csv === undefined ? (input.list ?? []).map((row, i) => ({ ...row, line: i + 1 })) : await rowsOf(input.csv)
  return listAudience(tx, rows)
}

/** The units whose people a filter means, with everything below them, as far as the caller may see; null = all. */
export async function unitsMeant(tx: Tx, { units }: PeopleFilter): Promise<string[] | null> {
  const visible = await visibleUnits(tx)
  if (!units) return visible
  const meant = [...new Set((await Promise.all(units.map(unit => unitSubtree(tx, unit)))).flat())]
  return visible ? meant.filter(id => visible.includes(id)) : meant
}

interface Row {
  line: number
  email: string
  name?: string | undefined
  unit?: string | undefined
  locale?: string | undefined
  segments?: Record<string, string> | undefined
}

const known = ['email', 'name', 'unit', 'locale'] as const

async function rowsOf(csv: string): Promise<Row[]> {
  const { header, lines } = await readCsv(csv)
  const heads = header.map(head => head.trim().toLowerCase())
  const at = heads.findIndex(head => head === 'email' || head === 'e-mail')
  if (at < 0) throw badInput('audience.csv', 'The file needs a column “email”.')
  heads[at] = 'email'
  return lines.map(({ line, cells }) => {
    const pairs = heads.map((head, i) => [head, cells[i]?.trim() ?? ''] as const).filter(([, value]) => value !== '')
    const own = Object.fromEntries(pairs.filter(([head]) => (known as readonly string[]).includes(head)))
    const rest = pairs.filter(([head]) => !(known as readonly string[]).includes(head) && head !== '')
    const segments = Object.fromEntries(
      rest.slice(0, 20).map(([head, value]) => [head.replace(/^segment\./, '').slice(0, 60), value.slice(0, 200)]),
    )
    return { line, email: own['email'] ?? '', name: own['name'], unit: own['unit'], locale: own['locale'], segments }
  })
}

const erasedIn = async (tx: Tx, rows: readonly Row[]) =>
  (
    await findErasureDates(
      tx,
      rows.map(row => row.email.trim().toLowerCase()),
    )
  ).byEmail

async function listAudience(tx: Tx, rows: readonly Row[]): Promise<Audience> {
  const units = await findUnitsByKey(
    tx,
    rows.flatMap(row => row.unit ?? []),
  )
  const erased = await erasedIn(tx, rows)
  const people = new Map<string, ListedRecipient>()
  const skipped: { line: number; reason: string }[] = []
  for (const row of rows) {
    const { success, data } = emailSchema.safeParse(row.email)
    if (!success) skipped.push({ line: row.line, reason: `“${row.email.slice(0, 80)}” is not an e-mail address.` })
    else if (row.unit && !units.has(row.unit))
      skipped.push({ line: row.line, reason: `There is no unit “${row.unit.slice(0, 80)}”.` })
    else if (erased.has(data)) skipped.push({ line: row.line, reason: `${data} ${erasedOnWords(erased.get(data)!)}.` })
    else if (people.has(data)) skipped.push({ line: row.line, reason: 'This address stands in the list twice.' })
    else
      people.set(data, {
        email: data,
        name: row.name?.slice(0, 200) ?? '',
        unitId: row.unit ? units.get(row.unit)!.id : null,
        locale: row.locale?.slice(0, 35) || null,
        segments: row.segments ?? {},
      })
  }
  return { kind: 'list', people: [...people.values()], skipped }
}
