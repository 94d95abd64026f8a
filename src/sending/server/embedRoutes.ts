import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Routes } from '../../kit/server/http/implement.ts'

const script = readFileSync(join(import.meta.dirname, '../../surveys/public/embed.js'))
const etag = `"${createHash('sha256').update(script).digest('hex').slice(0, 16)}"`

/** `/embed.js`: what an organisation puts into its own pages. */
export const embedRoutes: Routes = {
  contract: {},
  mount(app) {
    app.get('/embed.js', { schema: { hide: true } as never }, async (request, reply) => {
      // Any site may load it; it is asked for again each hour, because its address never changes.
      void reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=3600')
        .header('etag', etag)
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/javascript; charset=utf-8').send(script)
    })
  },
}
