import type { Columns } from '../../kit/columns.ts'
import { rowOf } from '../../kit/columns.ts'
import type { Day } from '../day.ts'
import type { DatedHierarchy } from '../datedHierarchy.ts'
import { type RefusedPlacement, resolvePlacements, type PlacementRequest } from '../resolvePlacements.ts'
import { byLine, type ImportCount, quoted, type SkippedLine } from './skipped.ts'
import { valueOn } from '../timeline.ts'

export interface KnownUnit {
  id: string
  key: string
  name: string
  closedOn: Day | null
}

/** What a file of units is planned against. */
export interface UnitImportContext {
  known: ReadonlyMap<string, KnownUnit>
  /** Unit id → where it stands when. */
  forest: DatedHierarchy
  /** The day from which moves hold. */
  from: Day
  newId: () => string
}

export interface UnitPlan extends ImportCount {
  creates: { id: string; key: string; name: string; parentId: string | null }[]
  renames: { id: string; name: string }[]
  moves: { id: string; parentId: string | null }[]
}

interface UnitImportLine {
  line: number
  key: string
  /** Empty = not told. */
  name: string
  /** Undefined = the file says nothing of parents; '' = at the top. */
  parent: string | undefined
}

export const unitFields = ['unit', 'parent', 'name'] as const
const LONGEST = 200

/** What a file of units would do. Parents may come later in the file than what stands below them. */
export function planUnits(
  lines: readonly { line: number; cells: readonly string[] }[],
  width: number,
  columns: Columns,
  ground: UnitImportContext,
): UnitPlan {
  const skipped: SkippedLine[] = []
  const read = readLines(lines, width, columns, ground, skipped)
  const ids = idsOf(read, ground)
  const wishes = read.map((line): PlacementRequest => {
    const known = ground.known.get(line.key)
    const parentId = line.parent ? (ids.get(line.parent) ?? null) : null
    const now = known && (valueOn(ground.forest.get(known.id) ?? [], ground.from) ?? null)
    const moves = line.parent !== undefined && parentId !== now
    return { line: line.line, id: ids.get(line.key)!, parentId, isNew: !known, moves, lost: Boolean(line.parent) && !parentId }
  })
  const byLineNumber = new Map(read.map(line => [line.line, line]))
  const { granted, refused } = resolvePlacements(ground.forest, wishes, ground.from)
  const keys = new Map([...ids].map(([key, id]) => [id, key]))
  skipped.push(...refused.map(refusal => explain(refusal, byLineNumber, keys)))
  return planOf(granted, byLineNumber, ground, skipped)
}

function readLines(
  lines: readonly { line: number; cells: readonly string[] }[],
  width: number,
  columns: Columns,
  ground: UnitImportContext,
  skipped: SkippedLine[],
): UnitImportLine[] {
  const seen = new Map<string, number>()
  const read: UnitImportLine[] = []
  for (const { line, cells } of lines) {
    const row = rowOf(cells, width, columns)
    const reason = 'fault' in row ? row.fault : faultOf(row.values, seen, ground)
    if ('fault' in row || reason) {
      skipped.push({ line, reason: reason! })
      continue
    }
    const key = row.values.get('unit')!
    seen.set(key, line)
    read.push({ line, key, name: row.values.get('name') ?? '', parent: row.values.get('parent') })
  }
  return read
}

function faultOf(
  values: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, number>,
  { known }: UnitImportContext,
): string | undefined {
  const key = values.get('unit') ?? ''
  if (!key) return 'unit is empty'
  for (const [field, value] of values) if (value.length > LONGEST) return `${field} has more than ${LONGEST} characters`
  if (seen.has(key)) return `${quoted(key)} stands on line ${seen.get(key)} already`
  const closedOn = known.get(key)?.closedOn
  return closedOn ? `${quoted(key)} was closed on ${closedOn}; reopen it first` : undefined
}

function idsOf(lines: readonly UnitImportLine[], { known, newId }: UnitImportContext): Map<string, string> {
  const ids = new Map([...known].map(([key, unit]) => [key, unit.id]))
  for (const { key } of lines) if (!ids.has(key)) ids.set(key, newId())
  return ids
}

function explain(
  refusal: RefusedPlacement,
  lines: ReadonlyMap<number, UnitImportLine>,
  keys: ReadonlyMap<string, string>,
): SkippedLine {
  const { line } = refusal
  const parent = quoted(lines.get(line)?.parent ?? '')
  if (refusal.kind === 'parent-unknown') return { line, reason: `parent ${parent} is neither in the file nor in the directory` }
  if (refusal.kind === 'parent-refused') return { line, reason: `its parent ${parent} (line ${refusal.parentLine}) was left out` }
  const way = refusal.members.map(id => keys.get(id) ?? id).join(' → ')
  return { line, reason: `it would stand below itself: ${way} (${linesOf(refusal.lines)})` }
}

export const linesOf = (lines: readonly number[]): string =>
  lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.slice(0, 8).join(', ')}${lines.length > 8 ? ', …' : ''}`

function planOf(
  granted: readonly PlacementRequest[],
  lines: ReadonlyMap<number, UnitImportLine>,
  ground: UnitImportContext,
  skipped: SkippedLine[],
): UnitPlan {
  const plan: UnitPlan = {
    created: 0,
    updated: 0,
    unchanged: 0,
    skipped: skipped.sort(byLine),
    creates: [],
    renames: [],
    moves: [],
  }
  for (const { line, id, parentId, isNew, moves } of granted) {
    const { key, name } = lines.get(line)!
    const renamed = !isNew && name !== '' && name !== ground.known.get(key)!.name
    if (isNew) plan.creates.push({ id, key, name: name || key, parentId })
    if (renamed) plan.renames.push({ id, name })
    if (!isNew && moves) plan.moves.push({ id, parentId })
    if (isNew) plan.created++
    else if (renamed || moves) plan.updated++
    else plan.unchanged++
  }
  return plan
}
