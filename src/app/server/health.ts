import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { AppError } from '../../kit/errors.ts'
import type { Database } from '../../kit/server/db.ts'
import { missingMigrations } from '../../kit/server/migrate.ts'

export interface Readiness {
  database: Database
  jobsRunning(): boolean
  draining(): boolean
}

// For machines that watch, not calls of the API.
const hidden = { schema: { hide: true } as never }

/** `/healthz` (the process lives), `/readyz` (database, migrations, jobs), `/metrics` (with a token). */
export function addHealth(app: FastifyInstance, readiness: Readiness, metricsToken: string): void {
  app.get('/healthz', hidden, async () => ({ status: 'alive' }))
  app.get('/readyz', hidden, async (_request, reply) => {
    const missing = await whatIsMissing(readiness)
    return reply.code(missing.length ? 503 : 200).send(missing.length ? { status: 'not ready', missing } : { status: 'ready' })
  })
  const registry = measure(app)
  app.get('/metrics', hidden, async (request, reply) => {
    if (!sameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      throw new AppError('not_signed_in', 'Send the metrics token as “Authorization: Bearer …”; see docs/operating.md.')
    }
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

async function whatIsMissing({ database, jobsRunning, draining }: Readiness): Promise<string[]> {
  if (draining()) return ['shutting down']
  const migrations = await missingMigrations(database.pool).catch(() => undefined)
  if (!migrations) return ['database']
  return [...migrations.map(name => `migration ${name}`), ...(jobsRunning() ? [] : ['jobs'])]
}

function measure(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'fullcircle_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` },
      reply.elapsedTime / 1000,
    )
  })
  return registry
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}
