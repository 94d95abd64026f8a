import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { accountSettings } from '../../../accounts/server/accountSettings.ts'
import { isId } from '../../../kit/ids.ts'

// Personal links follow from the secret and the invitation: a reminder carries the same link, and the database only its hash.

const sign = (what: string, id: string): Buffer =>
  createHmac('sha256', accountSettings.call().secret).update(`${what} ${id}`).digest()

/** `<org.code>` and 144 bits. */
export const personalToken = (code: string, invitationId: string): string =>
  code + sign('invitation', invitationId).subarray(0, 18).toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Names the invitation itself, so that it also works where the questionnaire's link is the same for all. */
export function optOutToken(code: string, invitationId: string): string {
  const id = Buffer.from(invitationId.replaceAll('-', ''), 'hex')
  return code + Buffer.concat([id, sign('opt-out', invitationId).subarray(0, 16)]).toString('base64url')
}

/** The invitation that an opt-out link belongs to; undefined when it was not made here. */
export function readOptOutToken(token: string): { code: string; invitationId: string } | undefined {
  const bytes = Buffer.from(token.slice(6), 'base64url')
  if (bytes.length !== 32) return undefined
  const invitationId = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!isId(invitationId) || !timingSafeEqual(bytes.subarray(16), sign('opt-out', invitationId).subarray(0, 16))) return undefined
  return { code: token.slice(0, 6), invitationId }
}
