import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatorError } from '../../kit/server/operator-error.ts'

export const secretFile = (dataDir: string) => join(dataDir, 'secret')

/** What signs sessions and seals stored credentials: from the environment, or made once and kept under DATA_DIR. */
export function secretOf(settings: { dataDir: string; givenSecret?: string | undefined }): string {
  if (settings.givenSecret) return settings.givenSecret
  const file = secretFile(settings.dataDir)
  if (!existsSync(file)) makeSecret(settings.dataDir, file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new OperatorError(`${file} holds no usable secret. Put the old one back from a backup, or set FULLCIRCLE_SECRET.`)
  return secret
}

// Written beside and linked: two starts agree on one secret, and none is ever half-written.
function makeSecret(dataDir: string, file: string) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

/** Tells whether two installations share a secret without telling the secret. */
export const fingerprint = (secret: string) =>
  createHash('sha256').update(`fullcircle backup ${secret}`).digest('hex').slice(0, 16)

/** Who administers the machine can read it with `doctor`; METRICS_TOKEN replaces it. */
export const metricsTokenFrom = (secret: string) =>
  createHash('sha256').update(`fullcircle metrics ${secret}`).digest('base64url')
