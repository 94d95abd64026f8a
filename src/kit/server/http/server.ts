import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Log } from '../log.ts'
import { refuseForeignOrigin } from './csrf.ts'
import type { HttpOptions, Routes } from './implement.ts'
import { speakPlainly } from './inputWords.ts'
import { addDocumentation } from './openapi.ts'
import { registerPlugins } from './plugins.ts'
import { sendProblem } from './problem.ts'

export interface ServerOptions extends HttpOptions {
  log: Log
  version: string
  /** Where people reach us; the origin that may change state. */
  publicUrl: string
  /** Which proxies before us have their X-Forwarded-* headers believed; none unless told. */
  trustProxy: boolean | string
}

/** What answers: calls of the API below `/api/v1`, and pages for people without a login at their own paths. */
export interface Rooms {
  api: readonly Routes[]
  pages: readonly Routes[]
}

export const API = '/api/v1'

/** The HTTP server with everything that every route shares. */
export async function buildServer(options: ServerOptions, rooms: Rooms): Promise<FastifyInstance> {
  speakPlainly()
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    bodyLimit: 256 * 1024,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    // Who reaches us while we drain is still served, and told to connect anew next time.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: sendProblem,
    genReqId: () => crypto.randomUUID(),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app.decorateRequest('identity', undefined)
  await registerPlugins(app)
  await addDocumentation(app, options.version)
  app.addHook('onRequest', refuseForeignOrigin(options.publicUrl))
  await app.register(
    async api => {
      for (const room of rooms.api) room.mount(api, options)
      api.get('/openapi.json', { schema: { hide: true } as never }, async () => app.swagger())
    },
    { prefix: API },
  )
  for (const room of rooms.pages) room.mount(app, options)
  return app
}
