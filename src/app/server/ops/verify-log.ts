import { useProofKey } from '../../../activity/server/proof.ts'
import { type LogReport, verifyLog } from '../../../activity/server/verify.ts'
import type { Log } from '../../../kit/server/log.ts'
import type { Environment } from '../settings.ts'
import { fillPorts } from '../rooms.ts'
import { withDatabase } from './database.ts'
import { secretOf } from '../secret.ts'

/** Proves the record of what happened, while the product runs or while it rests. Changes nothing. */
export async function verifyInstallation(settings: Environment, log: Log): Promise<LogReport> {
  useProofKey(secretOf(settings))
  fillPorts()
  return withDatabase(settings, log, verifyLog)
}
