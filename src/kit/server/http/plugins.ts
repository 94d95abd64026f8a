import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../../errors.ts'

/** Cookies, headers, compression, limits and the kinds of body that are read. */
export async function registerPlugins(app: FastifyInstance): Promise<void> {
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
  await app.register(multipart)
  await app.register(rateLimit, {
    global: false,
    // After we know who asks, before their body is read.
    hook: 'preParsing',
    keyGenerator: request => request.ip,
    errorResponseBuilder: (_request, context) =>
      new AppError('rate_limited', `Too many requests. Try again in ${Math.max(1, Math.ceil(context.ttl / 1000))} s.`),
  })
  addParsers(app)
}

function addParsers(app: FastifyInstance): void {
  const asBytes = ['text/csv', 'text/plain', 'message/rfc822', 'application/octet-stream']
  app.addContentTypeParser(asBytes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  // Many clients name JSON also where they send nothing.
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : void parseJson(request, body, done),
  )
  // A form of a page without JavaScript.
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(body as string)),
  )
}

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // React sets styles of elements; scripts are what must never be inline.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'"],
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
