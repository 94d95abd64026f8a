import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { insertKey, type NewKey } from './keyStore.ts'
import { hashOf, newSecret } from '../secret.ts'

/** Makes a key. Its text is shown this once; only a hash stays. */
export async function createKey(tx: Tx, orgCode: string, key: NewKey): Promise<{ id: string; apiKey: string }> {
  const id = newId()
  const secret = newSecret()
  await insertKey(tx, { ...key, id, hash: hashOf(secret), hint: secret.slice(-4) })
  return { id, apiKey: `fc_${orgCode}_${secret}` }
}

const form = /^Bearer fc_([a-z0-9]{6})_([\w-]{20,64})$/

/** The organisation's code and the secret in an Authorization header, if it looks like one of our keys. */
export function parseApiKey(authorization: string): { code: string; secret: string } | undefined {
  const found = form.exec(authorization)
  return found ? { code: found[1]!, secret: found[2]! } : undefined
}
