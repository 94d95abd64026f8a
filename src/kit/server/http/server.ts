import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { AppError } from '../../errors.ts'
import type { Log } from '../log.ts'
import { refuseForeignOrigin } from './csrf.ts'
import type { HttpOptions, Room } from './implement.ts'
import { sendProblem } from './problem.ts'

export interface ServerOptions extends HttpOptions {
  log: Log
  version: string
  /** Where people reach us; the origin that may change state. */
  publicUrl: string
  /** Number of proxies before us whose X-Forwarded-* headers are believed; none unless told. */
  trustProxy: boolean | string
  /** Requests a second that one API key or session may make. */
  ratePerSecond: number
}

export const API = '/api/v1'
const KIB = 1024

/** The HTTP server with everything that every route shares. Rooms are mounted below `/api/v1`. */
export async function buildServer(options: ServerOptions, rooms: readonly Room[]): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    disableRequestLogging: true,
    trustProxy: options.trustProxy,
    bodyLimit: 256 * KIB,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 500 },
    genReqId: () => crypto.randomUUID(),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app.decorateRequest('identity', undefined)
  await registerPlugins(app, options)
  app.addHook('onRequest', refuseForeignOrigin(options.publicUrl))
  await app.register(
    async api => {
      for (const room of rooms) room.mount(api, options)
      api.get('/openapi.json', { schema: { hide: true } as never }, async () => app.swagger())
    },
    { prefix: API },
  )
  return app
}

async function registerPlugins(app: FastifyInstance, options: ServerOptions): Promise<void> {
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: policy,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(multipart, { limits: { fileSize: 5 * KIB * KIB, files: 1, fields: 20 } })
  await app.register(rateLimit, {
    global: false,
    keyGenerator: request => request.ip,
    errorResponseBuilder: (_request, context) =>
      new AppError('rate_limited', `Too many requests from this address. Try again in ${Math.ceil(context.ttl / 1000)} seconds.`),
  })
  app.addContentTypeParser(
    ['text/csv', 'text/plain', 'message/rfc822', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
  // A form of a page without JavaScript.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(body as string)),
  )
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Fullcircle', version: options.version, description: 'The closed-loop feedback platform.' },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'fc_…' },
          session: { type: 'apiKey', in: 'cookie', name: 'fullcircle_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    frameSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
  },
}
