import { DatabaseSync } from 'node:sqlite'

/**
 * A lock that the operating system itself lets go when its holder ends, however it ends. Node offers no file locks of its
 * own; SQLite, which is built in, takes them well on every system. Undefined: somebody else holds it.
 */
export function takeLock(file: string): { release(): void } | undefined {
  const held = new DatabaseSync(file)
  try {
    held.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    held.close()
    if ((error as { errcode?: number }).errcode === 5) return undefined
    throw error
  }
  return { release: () => held.close() }
}
