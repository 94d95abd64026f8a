import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../../kit/errors.ts'

const dist = join(import.meta.dirname, '../../../dist/web')
const YEAR = 31_536_000_000

/** Serves the console: hashed assets for ever, every other path its one page, so that an address can be sent to a colleague. */
export async function addConsole(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    app.setNotFoundHandler(nothingHere)
    return
  }
  await app.register(serveFiles, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    maxAge: YEAR,
    immutable: true,
    decorateReply: false,
  })
  await app.register(serveFiles, {
    root: dist,
    prefix: '/',
    index: false,
    wildcard: false,
    globIgnore: ['assets/**', 'index.html'],
    maxAge: 0,
  })
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.url === '/' || (request.headers.accept ?? '').includes('text/html'))
    if (!wantsPage) nothingHere()
    // Read each time: another node of this checkout may have built a newer console, whose assets have other names.
    const page = await readFile(join(dist, 'index.html'))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

function nothingHere(): never {
  throw new AppError('not_found', 'There is nothing at this address.')
}
