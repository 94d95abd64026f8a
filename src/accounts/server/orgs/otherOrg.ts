import { AppError } from '../../../kit/errors.ts'
import { isId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'

/**
 * Runs the operator's work in another organisation within the same transaction: what was begun in one's own (the key of a
 * repeated request) commits with it. Only the operator's routes may call this.
 */
export async function inOtherOrg<T>(tx: Tx, org: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!isId(org)) throw new AppError('not_found', 'There is no such organisation.')
  await tx.query({ text: `set local app.org = '${org}'` })
  const result = await work({ ...tx, org })
  await tx.query({ text: `set local app.org = '${tx.org}'` })
  return result
}
