import { existsSync, readFileSync, statSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { OperatorError } from '../../../../kit/server/operator-error.ts'
import { LARGEST_IMPORT } from '../../../../people/importing/importContract.ts'

export const importable = ['units', 'people', 'responses'] as const
export type Importable = (typeof importable)[number]

/** A file, or standard input for `-`. */
export async function readInput(name: string): Promise<Uint8Array> {
  const bytes = name === '-' ? await buffer(process.stdin) : readFile(name)
  if (bytes.length > LARGEST_IMPORT)
    throw new OperatorError(`${name} is larger than ${LARGEST_IMPORT / 1024 ** 2} MiB. Import it in parts.`)
  return bytes
}

function readFile(name: string): Uint8Array {
  if (!existsSync(name)) throw new OperatorError(`There is no file ${name}.`)
  if (statSync(name).isDirectory())
    throw new OperatorError(
      `${name} is a folder. Import its units.csv, people.csv and responses.csv one by one; a whole installation comes back by restore.`,
    )
  return readFileSync(name)
}
