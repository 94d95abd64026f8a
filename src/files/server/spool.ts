import { createHash, randomUUID } from 'node:crypto'
import { close, openSync, read, unlinkSync, write } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../kit/errors.ts'
import type { Bytes } from '../zip.ts'

/** What was received, on this node's disk until it is in the database. */
export interface Spool extends Bytes {
  /** sha256 */
  digest: Buffer
  close(): Promise<void>
}

const readAt = promisify(read)
const writeAt = promisify(write)
const closeFile = promisify(close)

/**
 * Takes all of it before anything else begins: a slow sender must not hold a connection to the database. The file has lost its name before
 * the first byte is in it, so that it is gone when the process is.
 */
export async function spool(content: AsyncIterable<Buffer>, most: number): Promise<Spool> {
  const file = openNameless()
  try {
    const { size, digest } = await fill(file, content, most)
    return { size, digest, read: (at, length) => pieceOf(file, at, Math.min(length, size - at)), close: () => closeFile(file) }
  } catch (error) {
    await closeFile(file)
    throw error
  }
}

// In one go: between the two nothing else happens.
function openNameless(): number {
  const path = join(tmpdir(), `fullcircle-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}

async function fill(file: number, content: AsyncIterable<Buffer>, most: number) {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    if (size + piece.length > most) throw tooLarge(most)
    hash.update(piece)
    for (let at = 0; at < piece.length; ) at += (await writeAt(file, piece, at, piece.length - at, size + at)).bytesWritten
    size += piece.length
  }
  return { size, digest: hash.digest() }
}

async function pieceOf(file: number, at: number, length: number): Promise<Uint8Array> {
  const piece = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await readAt(file, piece, 0, piece.length, at)
  return piece.subarray(0, bytesRead)
}

export const tooLarge = (most: number): AppError =>
  new AppError('too_large', `This file is larger than ${most / 1_000_000} MB. Send a smaller one, or a part of it.`)
