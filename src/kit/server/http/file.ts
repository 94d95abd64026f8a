import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { FileReply } from '../../contract.ts'

/** Sends a file as a download: never shown inside our own origin, whatever it contains. */
export function sendFile(reply: FastifyReply, file: FileReply): FastifyReply {
  const { content, size, version } = file
  reply
    .type(file.contentType)
    .header('content-disposition', disposition(file.filename))
    // Should anything open it all the same, it is alone and does nothing.
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', version ? 'private, no-cache' : 'no-store')
  if (version) reply.header('etag', `"${version}"`)
  if (version && reply.request.headers['if-none-match'] === `"${version}"`) return reply.code(304).send()
  if (size !== undefined) reply.header('content-length', size)
  if (typeof content === 'string' || content instanceof Uint8Array) return reply.send(content)
  return reply.send(Readable.from(content))
}

/** RFC 6266: the name for old clients in plain letters, then the name itself. Nothing in it can end the header or begin another. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%;]/g, '_')}"; filename*=UTF-8''${encoded(name)}`

// As RFC 8187 wants it, which leaves fewer characters as they are.
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
