import { Readable } from 'node:stream'

const CHUNK = 16_384

/**
 * The message as a stream; its last 64 bytes are sent only once `release` has resolved, because a server accepts no message without them. Without them the server has no
 * message: a crash before `release` can safely be tried again. When `release` fails, the stream fails, and nothing was sent.
 */
export function withheld(message: Buffer, release: () => Promise<void>): Readable {
  const keep = Math.max(0, message.length - 64)
  async function* chunks() {
    for (let at = 0; at < keep; at += CHUNK) yield message.subarray(at, Math.min(at + CHUNK, keep))
    await release()
    yield message.subarray(keep)
  }
  return Readable.from(chunks(), { objectMode: false })
}
