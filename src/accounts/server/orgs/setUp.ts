import { record } from '../../../activity/server/record.ts'
import { AppError, badInput } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import type { Database, Tx } from '../../../kit/server/db.ts'
import { whyNotPassword } from '../../password.ts'
import { createKey } from '../keys/apiKey.ts'
import { callerOfUser } from '../signIn/identify.ts'
import { installationSetUp } from './installationSetUp.ts'
import { insertLogin, saveVerified } from '../signIn/loginStore.ts'
import { tellJoined } from '../members/memberJoined.ts'
import { insertMember } from '../members/memberStore.ts'
import { claimInstallation, insertOrg } from '../orgStore.ts'
import { hashPassword } from '../signIn/passwordHash.ts'
import { newOrgCode } from '../secret.ts'

export interface FirstOrg {
  org: string
  name: string
  email: string
  password: string
}

/** The first organisation, and its owner, who also operates the installation. Happens once, whoever else tries. */
export async function setUp(database: Database, first: FirstOrg): Promise<{ orgId: string; userId: string; apiKey: string }> {
  const why = whyNotPassword(first.password, first.email)
  if (why) throw badInput('password', why)
  const [orgId, userId] = [newId(), newId()]
  const passwordHash = await hashPassword(first.password)
  return database.inOrg(orgId, callerOfUser(userId, first.name, 'owner', null), async tx => {
    if (!(await claimInstallation(tx)))
      throw new AppError('already_set_up', 'This installation is already set up. Sign in instead.')
    await insertLogin(tx, { id: userId, email: first.email, name: first.name, passwordHash, operator: true })
    // Whoever sets up the machine needs no mail to prove who they are.
    await saveVerified(tx, userId)
    const apiKey = await createFirstOrg(tx, first.org, { userId, email: first.email, name: first.name }, true)
    for (const change of installationSetUp.all()) await change(tx)
    return { orgId, userId, apiKey }
  })
}

/** A new organisation with its owner and a first key; `tx` already works in it. */
export async function createFirstOrg(
  tx: Tx,
  name: string,
  owner: { userId: string; email: string; name: string },
  operator: boolean,
): Promise<string> {
  const code = newOrgCode()
  await insertOrg(tx, { code, name })
  await insertMember(tx, owner.userId, 'owner')
  await tellJoined(tx, owner)
  const key = await createKey(tx, code, { name: 'First key', role: 'owner', units: null, operator, expiresAt: null })
  await record(tx, 'org.created', { type: 'org', id: tx.org, also: [owner.userId] }, { name })
  return key.apiKey
}
