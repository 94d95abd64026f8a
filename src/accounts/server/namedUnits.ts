import { badInput } from '../../kit/errors.ts'
import { isId } from '../../kit/ids.ts'
import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** Ids of the organisation's units by the words that name them: keys or ids. Words that name none are missing. */
export const namedUnits = definePort<(tx: Tx, words: readonly string[]) => Promise<Map<string, string>>>('namedUnits')

/** The ids of the units that a call names. Throws AppError `bad_input` for one that there is not. */
export async function unitIds(tx: Tx, given: readonly string[] | null): Promise<string[] | null> {
  if (!given) return null
  const words = given.map(word => (isId(word) ? word.toLowerCase() : word))
  const found = await namedUnits.call(tx, words)
  const ids = words.map((word, i) => {
    const id = found.get(word)
    if (!id) throw badInput(`units.${i}`, `There is no unit “${word}”. Name units by their key or their id.`)
    return id
  })
  return [...new Set(ids)]
}
