import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../kit/errors.ts'
import type { Bytes } from '../zip.ts'

/** What was received, on this node's disk until it is in the database. */
export interface Spool extends Bytes {
  /** sha256 */
  digest: Buffer
  close(): Promise<void>
}

/**
 * Takes all of it before anything else begins: a slow sender must not hold a connection to the database. The file has lost its name before
 * the first byte is in it, so that it is gone when the process is.
 */
export async function spool(content: AsyncIterable<Buffer>, most: number): Promise<Spool> {
  const file = await openNameless()
  try {
    const { size, digest } = await write(file, content, most)
    return { size, digest, read: (at, length) => read(file, at, Math.min(length, size - at)), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `fullcircle-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  await unlink(path)
  return file
}

async function write(file: FileHandle, content: AsyncIterable<Buffer>, most: number) {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of content) {
    if (size + piece.length > most) throw tooLarge(most)
    hash.update(piece)
    await file.write(piece, 0, piece.length, size)
    size += piece.length
  }
  return { size, digest: hash.digest() }
}

async function read(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const piece = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await file.read(piece, 0, piece.length, at)
  return piece.subarray(0, bytesRead)
}

export const tooLarge = (most: number): AppError =>
  new AppError('too_large', `This file is larger than ${most / 1_000_000} MB. Send a smaller one, or a part of it.`)
