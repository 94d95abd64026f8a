import { badInput } from './errors.ts'
import { isId } from './ids.ts'

/** Where a list went on: the sort key of its last row. */
export type CursorKey = readonly (string | number | null)[]

export function encodeCursor(key: CursorKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The key inside a cursor of `length` parts; a cursor that was not made here is the caller's error. */
export function decodeCursor(cursor: string | undefined, length: number): CursorKey | undefined {
  if (!cursor) return undefined
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (Array.isArray(key) && key.length === length && key.every(isPart)) return key as CursorKey
  } catch {
    // falls through to the one error below
  }
  throw badInput('cursor', 'This cursor is not one that a list gave out. Start again without it.')
}

/** The id inside the cursor of a list that is sorted by id alone. */
export function idCursor(cursor: string | undefined): string | undefined {
  const id = decodeCursor(cursor, 1)?.[0]
  if (id === undefined) return undefined
  if (typeof id === 'string' && isId(id)) return id
  throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
}

/** Time (as `exactTime` writes it) and id inside the cursor of a list that is sorted by both. */
export function timeCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const key = decodeCursor(cursor, 2)
  if (!key) return undefined
  const [at, id] = key.map(String) as [string, string]
  if (exact.test(at) && !Number.isNaN(Date.parse(at)) && isId(id)) return { at, id }
  throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
}

const exact = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/

const isPart = (part: unknown) =>
  part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\u0000'))

/** Cuts a list read with `limit + 1` rows into a page and the cursor of the next one. */
export function toPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => CursorKey,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
