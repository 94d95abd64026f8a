import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { OperatorError } from '../../../../kit/server/operator-error.ts'

/** A file rather than a folder. */
export const isPacked = (target: string) => /\.(tar\.gz|tgz)$/.test(target)

/** Told before anything is opened. */
export function refuseTarget(wanted: string): void {
  const target = resolve(wanted)
  if (existsSync(target)) throw new OperatorError(`${wanted} is there already. Name a folder or a file that is not.`)
  if (!isPacked(target) && /\.(zip|tar|gz|csv|json|ndjson|zst|7z)$/i.test(target))
    throw new OperatorError(`An export is a folder, or a file whose name ends in .tar.gz; ${wanted} is neither.`)
}
