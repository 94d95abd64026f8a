import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../operator-error.ts'

export const majorOf = (data: string) => Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'))

/** PostgreSQL reads only the data of its own major version. */
export function refuseOtherMajor(data: string, binaries: { major: number }) {
  const major = majorOf(data)
  if (major === binaries.major) return
  throw new OperatorError(
    `The data in ${data} was written by PostgreSQL ${major}; this release brings ${binaries.major}. See "Upgrade" in docs/operating.md.`,
  )
}
