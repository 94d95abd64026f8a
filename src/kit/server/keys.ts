import { createHash } from 'node:crypto'

/** A UUID (version 8) that depends on the key only: the same key is the same row, the same job, the same message. */
export function idFromKey(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
