import { createHash } from 'node:crypto'
import { type ExaminedFile, examineFile, keepFile } from '../../files/server/examineFile.ts'
import type { Tx } from '../../kit/server/db.ts'
import { gauge, joint } from '../pictures.ts'
import { bill } from '../sayings/sayingsEmployees.ts'

type Draw = () => Promise<Buffer>

/** What employees attach to which of their notes. */
const proofs: readonly { of: RegExp; name: string; content: Draw }[] = [
  { of: /pressure measured/, name: 'Pressure after the repair.jpg', content: () => photo(gauge) },
  { of: /photos of the repair/, name: 'New joint.jpg', content: () => photo(joint) },
  { of: /line by line/, name: 'Corrected bill.csv', content: async () => Buffer.from(bill) },
]

async function photo(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

// Drawn once: the same bytes are kept once as well.
const drawn = new Map<string, Promise<ExaminedFile>>()

/** Uploads what proves a note, as whoever wrote it; the ids to attach. */
export async function uploadEvidence(tx: Tx, note: string): Promise<string[]> {
  const proof = proofs.find(({ of }) => of.test(note))
  if (!proof) return []
  const { name, content } = proof
  if (!drawn.has(name))
    drawn.set(
      name,
      content().then(bytes => examineFile(inMemory(bytes), name)),
    )
  return [(await keepFile(tx, await drawn.get(name)!)).id]
}

const inMemory = (bytes: Buffer) => ({
  size: bytes.length,
  digest: createHash('sha256').update(bytes).digest(),
  read: async (at: number, length: number) => bytes.subarray(at, at + length),
})
