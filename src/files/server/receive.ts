import type { FastifyRequest } from 'fastify'
import { AppError, badInput } from '../../kit/errors.ts'
import { type Spool, spool, tooLarge } from './spool.ts'

export interface Received extends Spool {
  /** As the sender wrote it. */
  name: string
}

/** Room for the rest of a form: boundaries, headers, small fields. */
const FORM_OVERHEAD = 64 * 1024

/** Reads the one file of a form, as it comes in. */
export async function receiveFile(request: FastifyRequest, most: number): Promise<Received> {
  if (!request.isMultipart())
    throw new AppError('unsupported_type', 'Send multipart/form-data with the file in the field “file”.')
  try {
    if (Number(request.headers['content-length'] ?? 0) > most + FORM_OVERHEAD) throw tooLarge(most)
    return await onlyFile(request, most)
  } finally {
    // What still comes is thrown away: whoever sends it reads our answer, instead of a connection that was cut.
    if (!request.raw.readableEnded) request.raw.unpipe().resume()
  }
}

async function onlyFile(request: FastifyRequest, most: number): Promise<Received> {
  // One byte more than allowed: whoever sends it is told.
  const limits = { fileSize: most + 1, files: 1, fields: 5, fieldSize: 1024, parts: 6, headerPairs: 20, headerSize: 8192 }
  const parts = request.files({ limits, throwFileSizeLimit: false })
  const part = await nextOf(parts)
  if (!part) throw badInput('file', 'There is no file in this form. Send it in the field “file”.')
  const received = await spool(whole(part.file), most)
  try {
    if (received.size === 0) throw badInput('file', 'This file is empty.')
    // A second one is an error of the form.
    await nextOf(parts)
    return { ...received, name: part.filename ?? '' }
  } catch (error) {
    await received.close()
    throw error
  }
}

async function nextOf<T>(parts: AsyncIterator<T>): Promise<T | undefined> {
  const next = await parts.next().catch(unreadable)
  return next.done ? undefined : next.value
}

async function* whole(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* file
  } catch (cause) {
    unreadable(cause)
  }
}

function unreadable(cause: unknown): never {
  const several = (cause as { code?: string }).code === 'FST_FILES_LIMIT'
  const why = several
    ? 'There are several files in this form. Send one at a time.'
    : 'The form could not be read to its end. Check its boundary and send it again.'
  throw new AppError('bad_input', why, undefined, { cause })
}
