import { pathTo } from '../../../kit/paths.ts'
import { record } from '../../../activity/server/record.ts'
import { AppError, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { INVITATION_DAYS } from '../../member.ts'
import type { Role } from '../../permissions.ts'
import { refuseGrantBeyondOwn } from '../grantLimits.ts'
import { findLogin, insertLogin } from '../signIn/loginStore.ts'
import { mailInvitation, pageUrl } from '../mails.ts'
import { lockMember, saveInvitation } from './memberStore.ts'
import { ownOrg } from '../orgStore.ts'
import { hashOf, newSecret } from '../secret.ts'

export interface Invitee {
  email: string
  name?: string | undefined
  role: Role
  units: string[] | null
}

/** Invites by mail, and hands the caller a link of its own to pass on. A login is shared by all organisations. */
export async function invite(tx: Tx, invitee: Invitee): Promise<{ userId: string; inviteUrl: string }> {
  refuseGrantBeyondOwn(tx.caller, invitee.role, invitee.units)
  const userId = await loginFor(tx, invitee)
  const { code } = await ownOrg(tx)
  const [mailToken, linkToken] = [code + newSecret(), code + newSecret()]
  const saved = await saveInvitation(tx, {
    userId,
    role: invitee.role,
    units: invitee.units,
    mailHash: hashOf(mailToken),
    linkHash: hashOf(linkToken),
    expiresAt: new Date(tx.now.getTime() + INVITATION_DAYS * 86_400_000),
  })
  if (!saved) throw new AppError('already_exists', `${invitee.email} is a member already. Change their role instead.`)
  await mailInvitation(tx, invitee, mailToken)
  await record(
    tx,
    'member.invited',
    { type: 'login', id: userId },
    { email: invitee.email, role: invitee.role, units: invitee.units },
  )
  return { userId, inviteUrl: pageUrl(pathTo('/invitations/$token', { token: linkToken })) }
}

export async function inviteAgain(tx: Tx, userId: string): Promise<{ userId: string; inviteUrl: string }> {
  const member = await lockMember(tx, userId)
  if (!member) throw notFound('invitation')
  const { email, name, role, units } = member
  return invite(tx, { email, name, role: role as Role, units })
}

async function loginFor(tx: Tx, { email, name }: Invitee): Promise<string> {
  const id = newId()
  if (await insertLogin(tx, { id, email, name: name ?? '', passwordHash: null, operator: false })) return id
  return (await findLogin(tx, email))!.id
}
