import { randomBytes } from 'node:crypto'

const DAY = 86_400_000

/** Noon (UTC) of the day: all that is kept of when an anonymous answer was given, and of what follows from it. */
export const coarseTime = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY) * DAY + DAY / 2)

/** A UUIDv7 that tells no more than its day, and nothing of the order within it. */
export function coarseId(at: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
