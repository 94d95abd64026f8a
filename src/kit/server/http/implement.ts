import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Contract, FileReply, Input, Reply, Route } from '../../contract.ts'
import { AppError } from '../../errors.ts'
import type { Database, Tx } from '../db.ts'
import type { Context, Identity } from './context.ts'
import { sendFile } from './file.ts'
import { withIdempotency } from './idempotency.ts'

export interface HttpOptions {
  database: Database
  /** Requests a second that one API key or session may make. */
  ratePerSecond: number
  identify(request: FastifyRequest): Promise<Identity | undefined>
}

export type Handler<R extends Route> = (tx: Tx, input: Input<R>, context: Context) => Promise<Replies<R>>
export type OpenHandler<R extends Route> = (context: Context, input: Input<R>) => Promise<Replies<R>>
type Replies<R extends Route> = R['replyType'] extends string ? FileReply : Reply<R>

/** The handlers of a room's contract; each works inside one transaction of the caller's organisation. */
export interface Routes {
  contract: Contract
  mount(app: FastifyInstance, options: HttpOptions): void
}

/** Routes whose handler runs in one transaction of the caller's organisation. */
export function implement<C extends Contract>(contract: C, handlers: { [K in keyof C]: Handler<C[K]> }): Routes {
  return room(contract, (route, name) => async (context, input, options) => {
    const identity = context.identity!
    const work = (tx: Tx) => (handlers[name] as Handler<Route>)(tx, input, context)
    const open = route.method === 'GET' ? options.database.readInOrg : options.database.inOrg
    // A file is made anew: kept for a second call, it would outlive what it was made of.
    return open(identity.org, identity.caller, tx => (route.replyType ? work(tx) : withIdempotency(tx, route, context, work)))
  })
}

/** Routes that open their own transactions: public pages, sign-in, the operator's work, long streams. */
export function implementOpen<C extends Contract>(contract: C, handlers: { [K in keyof C]: OpenHandler<C[K]> }): Routes {
  return room(contract, (_route, name) => (context, input) => (handlers[name] as OpenHandler<Route>)(context, input as never))
}

type Run = (context: Context, input: Input<Route>, options: HttpOptions) => Promise<unknown>

function room<C extends Contract>(contract: C, runner: (route: Route, name: keyof C) => Run): Routes {
  return {
    contract,
    mount(app, options) {
      for (const [name, route] of Object.entries(contract)) mountRoute(app, options, name, route, runner(route, name))
    },
  }
}

function mountRoute(app: FastifyInstance, options: HttpOptions, name: string, route: Route, run: Run): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit && { bodyLimit: route.bodyLimit }),
    schema: schemaOf(name, route) as never,
    ...(route.bodyType === 'multipart/form-data' && { validatorCompiler: exceptBody }),
    config: { access: route.access, rateLimit: limitOf(route, options) },
    // Before the body is parsed: strangers do not get to make us read theirs.
    onRequest: async request => {
      request.identity = await options.identify(request)
      checkAccess(route, request.identity)
    },
    handler: async (request, reply) => {
      const context: Context = { request, reply, database: options.database, identity: request.identity }
      const input = { params: request.params, query: request.query, body: request.body } as Input<Route>
      const result = await run(context, input, options)
      if (route.replyType) return sendFile(reply, result as FileReply)
      return reply.code(reply.statusCode === 200 ? (route.status ?? 200) : reply.statusCode).send(result)
    },
  })
}

// Strangers are counted by address and minute, people and keys by who they are and second.
const limitOf = (route: Route, { ratePerSecond }: HttpOptions) =>
  route.ratePerMinute
    ? { max: route.ratePerMinute, timeWindow: 60_000 }
    : {
        max: ratePerSecond,
        timeWindow: 1_000,
        keyGenerator: ({ identity, ip }: FastifyRequest) => identity?.caller.id ?? ip,
      }

// A form is not read yet when the rest is looked at: its schema stands in the document only.
const exceptBody: FastifySchemaCompiler<never> = route =>
  route.httpPart === 'body' ? value => ({ value }) : validatorCompiler(route)

function checkAccess(route: Route, identity: Identity | undefined): void {
  if (route.access === 'public') return
  if (!identity) throw new AppError('not_signed_in', 'Sign in, or send an API key as “Authorization: Bearer fc_…”.')
  if (route.access === 'signed-in') return
  if (route.access === 'operator') {
    if (!identity.operator) throw new AppError('forbidden', 'Only the operator of this installation may do this.')
    return
  }
  if (!identity.caller.permissions.has(route.access)) {
    throw new AppError(
      'forbidden',
      `Your role does not allow this (it needs “${route.access}”). Ask an administrator of your organisation.`,
    )
  }
}

function schemaOf(name: string, route: Route): Record<string, unknown> {
  return {
    operationId: name,
    ...(route.page && { hide: true }),
    summary: route.summary,
    description: `Access: ${route.access}`,
    'x-scope': route.scope,
    tags: [route.path.split('/')[1]!],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    ...(route.bodyType && { consumes: [route.bodyType] }),
    ...(route.access !== 'public' && { security: [{ apiKey: [] }, { session: [] }] }),
    ...(route.replyType ? { produces: [route.replyType] } : { response: { [route.status ?? 200]: route.reply } }),
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined
  }
  interface FastifyContextConfig {
    access?: string
  }
}
