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
export const optOutToken = (code: string, invitationId: string): string => signedToken('opt-out', code, invitationId)

/** The invitation that an opt-out link belongs to; undefined when it was not made here. */
export function readOptOutToken(token: string): { code: string; invitationId: string } | undefined {
  const read = readSignedToken('opt-out', token)
  return read && { code: read.code, invitationId: read.id }
}

/** For mails that no invitation lies behind: `<org.code>`, the id of what the link is about, and a signature for this one purpose. */
export function signedToken(what: string, code: string, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return code + Buffer.concat([bytes, sign(what, id).subarray(0, 16)]).toString('base64url')
}

export function readSignedToken(what: string, token: string): { code: string; id: string } | undefined {
  const bytes = Buffer.from(token.slice(6), 'base64url')
  if (bytes.length !== 32) return undefined
  const id = bytes
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!isId(id) || !timingSafeEqual(bytes.subarray(16), sign(what, id).subarray(0, 16))) return undefined
  return { code: token.slice(0, 6), id }
}

/** “No more mail” for a person, whatever the mail was about. */
export const noMailToken = (code: string, personId: string): string => signedToken('no-mail', code, personId)
