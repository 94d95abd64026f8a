import { randomBytes } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'

const STEP_MS = 30_000

// 144 bits, short enough to type when no camera is at hand.
export const newCodeSecret = (): string => randomBytes(18).toString('base64url')

/** What an authenticator app scans. */
export const codeUri = (secret: string, issuer: string, account: string): string => createOTP(secret).url(issuer, account)

/** The code of an instant: six digits, RFC 6238. */
export const codeAt = (secret: string, now: Date): Promise<string> => createOTP(secret).hotp(stepOf(now))

/**
 * The 30-second step a code belongs to, one step early or late allowed for a slow clock. Undefined when it fits none,
 * or one that is not after `lastStep`: a code that somebody looked over a shoulder is spent.
 */
export async function stepOfCode(secret: string, code: string, lastStep: number, now: Date): Promise<number | undefined> {
  for (const step of [stepOf(now), stepOf(now) - 1, stepOf(now) + 1]) {
    if (step > lastStep && (await createOTP(secret).hotp(step)) === code) return step
  }
  return undefined
}

const stepOf = (now: Date) => Math.floor(now.getTime() / STEP_MS)

/** Ten codes of 10 characters without those that are mistaken for each other, as in `k7mqp-3xw9d`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${letters(5)}-${letters(5)}`)
}

export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '')

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789x'
const letters = (n: number) => Array.from(randomBytes(n), byte => alphabet[byte % 32]).join('')
