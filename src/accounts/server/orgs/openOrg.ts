import { record } from '../../../activity/server/record.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { createKey } from '../keys/apiKey.ts'
import { invite } from '../members/invite.ts'
import { insertOrg } from '../orgStore.ts'
import { newOrgCode } from '../secret.ts'

export interface NewOrg {
  org: string
  name: string
  email: string
}

/** A further organisation. Its owner is invited by mail: who names an address has not proved to own it. `tx` works in it already. */
export async function openOrg(
  tx: Tx,
  { org, name, email }: NewOrg,
): Promise<{ orgId: string; apiKey: string; inviteUrl: string }> {
  const code = newOrgCode()
  await insertOrg(tx, { code, name: org })
  const key = await createKey(tx, code, { name: 'First key', role: 'owner', units: null, operator: false, expiresAt: null })
  await record(tx, 'org.created', { type: 'org', id: tx.org }, { name: org })
  const { inviteUrl } = await invite(
    { ...tx, caller: { ...tx.caller, role: 'owner', units: null } },
    { email, name, role: 'owner', units: null },
  )
  return { orgId: tx.org, apiKey: key.apiKey, inviteUrl }
}
