import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../../kit/errors.ts'
import type { Identity } from '../../kit/server/http/context.ts'
import type { Live } from '../../kit/server/live.ts'

const HEARTBEAT_MS = 20_000

/** `GET /api/v1/live?topics=alerts,imports`: what changed, as it changes. Names and ids only; the browser asks for the rest. */
export function addLive(
  app: FastifyInstance,
  live: Live,
  identify: (request: FastifyRequest) => Promise<Identity | undefined>,
): void {
  const open = new Set<ServerResponse>()
  // A stream never ends by itself: without this, a shutdown would wait for every open browser.
  app.addHook('preClose', async () => open.forEach(stream => stream.end()))
  app.get('/api/v1/live', { schema: { hide: true } as never }, async (request, reply) => {
    const identity = await identify(request)
    if (!identity) throw new AppError('not_signed_in', 'Sign in to watch live.')
    const topics = new Set(String((request.query as { topics?: string }).topics ?? '').split(','))
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    raw.write('retry: 1000\n\n')
    const send = (data: unknown) => void raw.write(`data: ${JSON.stringify(data)}\n\n`)
    const stop = live.watch(
      identity.org,
      ({ topic, id, data }) => topics.has(topic) && send({ topic, id, data }),
      () => send({ topic: 'gap' }),
    )
    // A session that was ended elsewhere, or a key that was revoked, stops watching too.
    const beat = setInterval(async () => {
      const still = await identify(request).catch(() => undefined)
      if (still) raw.write(':\n\n')
      else raw.end()
    }, HEARTBEAT_MS)
    open.add(raw)
    raw.on('close', () => {
      open.delete(raw)
      clearInterval(beat)
      stop()
    })
  })
}
