import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { canonical } from '../commitment.ts'

/** What one row says, without its detail: that lies apart, and only its commitment is bound. */
export interface CommittedRow {
  org_id: string
  id: string
  at: Date
  verb: string
  actor_kind: string
  actor_id: string | null
  subject_type: string
  subject_id: string
  commitment: Buffer
}

let key = deriveKey('')

/** Set once at start, from the installation's secret. */
export function useProofKey(secret: string): void {
  key = deriveKey(secret)
}

// As a key object: made anew from bytes, it would cost five times the digest.
function deriveKey(secret: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'activity proof', 32)))
}

/** sha256(salt || canonical detail). Salt and detail can be deleted; the commitment stays and tells nothing. */
export const commitmentOf = (salt: Uint8Array, detail: Record<string, unknown>): Buffer =>
  createHash('sha256').update(salt).update(canonical(detail)).digest()

/** What the commitment binds: the detail as PostgreSQL gives it back, and who did it by name. */
export const committedDetailOf = (detail: Record<string, unknown>, actor: string): Record<string, unknown> => ({
  ...detail,
  actor,
})

export const macOf = (row: CommittedRow): Buffer => createHmac('sha256', key).update(bytesOf(row)).digest()

/** The leaf of a row in its seal's tree. */
export const leafOf = (row: CommittedRow): Buffer => hash(0, bytesOf(row))

function bytesOf(row: CommittedRow): Buffer {
  const { org_id, id, verb, actor_kind, actor_id, subject_type, subject_id } = row
  const at = row.at.toISOString()
  const commitment = row.commitment.toString('hex')
  return Buffer.from(canonical({ org_id, id, at, verb, actor_kind, actor_id, subject_type, subject_id, commitment }))
}

/** Merkle root as in RFC 6962: leaves and inner nodes are hashed apart, nothing is doubled to fill a level. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hash(0, Buffer.alloc(0))
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(1, Buffer.concat([rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))]))
}

/** The hash of a seal, over the seal before it: the chain. Keyed, so that the chain cannot be made anew. */
export function sealHash(before: Buffer, seal: { org_id: string; number: number; rows: number; root: Buffer }): Buffer {
  return createHmac('sha256', key).update(before).update(`${seal.org_id} ${seal.number} ${seal.rows} `).update(seal.root).digest()
}

/** What the first seal of an organisation follows. */
export const genesis = Buffer.alloc(32)

const hash = (kind: number, bytes: Buffer) => createHash('sha256').update(Buffer.of(kind)).update(bytes).digest()
