import { badInput } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import { decodeCursor } from '../../kit/paging.ts'

/** The name and id inside the cursor of a list that is sorted by name. */
export function nameCursor(cursor: string | undefined): readonly [name: string, id: string] | undefined {
  const key = decodeCursor(cursor, 2)
  if (!key) return undefined
  const [name, id] = key
  if (typeof name === 'string' && typeof id === 'string' && isId(id)) return [name, id]
  throw badInput('cursor', 'This cursor is not one that this list gave out. Start again without it.')
}
