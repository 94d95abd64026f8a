import type { Role } from './permissions.ts'

export interface MemberState {
  userId: string
  role: Role
  accepted: boolean
}

/** An organisation always keeps an owner who can enter. Undefined when `userId` may lose the role; else why not. */
export function whyNotLoseOwner(owners: readonly MemberState[], userId: string): string | undefined {
  const others = owners.filter(owner => owner.role === 'owner' && owner.accepted && owner.userId !== userId)
  const isOwner = owners.some(owner => owner.userId === userId && owner.accepted)
  if (!isOwner || others.length > 0) return undefined
  return 'This is the last owner. Make somebody else an owner first.'
}

export const INVITATION_DAYS = 7

export type Needs = 'password' | 'sign-in' | 'nothing'

/**
 * What accepting an invitation takes. The mailed link proves the address, so it may set the first password of a login
 * that nobody proved before; the link that was shown to whoever invited proves nothing, and opens only what is new.
 */
export function needsToAccept(
  login: { id: string; verified: boolean; hasPassword: boolean },
  by: 'mail' | 'link',
  signedInAs: string | undefined,
): Needs {
  if (signedInAs === login.id) return 'nothing'
  const isNew = !login.verified && (by === 'mail' || !login.hasPassword)
  return isNew ? 'password' : 'sign-in'
}
