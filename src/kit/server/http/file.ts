import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileReply } from '../../contract.ts'

/** Sends a file as a download: never shown inside our own origin, whatever it contains. */
export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const { content } = file
  reply
    .type(file.contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
    .header('cache-control', 'no-store')
  if (typeof content === 'string' || content instanceof Uint8Array) return reply.send(content)
  return reply.send(Readable.from(content))
}
