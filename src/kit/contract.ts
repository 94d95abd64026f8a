import type { Href } from './paths.ts'
import { z } from 'zod'
import type { Permission } from './vocabulary.ts'

/** Who may call: `public` needs no login, `signed-in` any login, `operator` the installation's operator; else what the role must allow. */
export type Access = 'public' | 'signed-in' | 'operator' | Permission

/**
 * Whose data a call reads or changes. `organisation`: everybody's, so that its caller is bound to no unit. `units`: what the caller's units
 * have; what belongs to no unit is everybody's. `own`: the caller's. `circle`: of those who are named in the thing itself. `grant`: what an
 * organisation lets a provider see. `installation`: all organisations. `public`: what is for everybody who knows the address.
 */
export const scopes = ['organisation', 'units', 'own', 'circle', 'grant', 'installation', 'public'] as const
export type Scope = (typeof scopes)[number]

/** One call of the API, written once: server, web client and OpenAPI are derived from it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with `:name` for parameters. */
  path: string
  access: Access
  scope: Scope
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Media type of a body that is not JSON (`text/csv`, `message/rfc822`): the handler gets the text or bytes; a form it reads from the request. */
  bodyType?: 'text/csv' | 'message/rfc822' | 'application/octet-stream' | 'multipart/form-data'
  reply: z.ZodType
  /** Media type of a reply that is a file: the handler returns a `FileReply`. */
  replyType?: string
  status?: number
  /** A page for people, not a call: left out of the OpenAPI document. */
  page?: boolean
  /** Largest body in bytes; 256 KiB unless told. */
  bodyLimit?: number
  /** Requests a minute that one address may make, where that is fewer than anybody may. */
  ratePerMinute?: number
}

export type Contract = Record<string, Route>

/** Keeps the literal types of a contract while checking its shape. */
export const contract = <C extends Contract>(routes: C): C => routes

export type Input<R extends Route> = {
  params: R['params'] extends z.ZodType ? z.output<R['params']> : undefined
  query: R['query'] extends z.ZodType ? z.output<R['query']> : undefined
  body: R['bodyType'] extends 'multipart/form-data' ? undefined : R['body'] extends z.ZodType ? z.output<R['body']> : undefined
}

/** What the web client passes: only the parts that the route has. */
export type Args<R extends Route> = {
  [K in 'params' | 'query' | 'body' as R[K] extends z.ZodType ? K : never]: z.input<NonNullable<R[K]>>
}

export type Reply<R extends Route> = z.input<R['reply']>
export type Result<R extends Route> = z.output<R['reply']>

/** A reply that is a file: streamed, with a name to save it under. */
export interface FileReply {
  filename: string
  contentType: string
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>
  /** Bytes, where they are known before: who is cut off notices. */
  size?: number
  /** Names this very content: a browser keeps it, and asks each time whether it may still show it. */
  version?: string
}

// ---- words that many contracts share

// Text that people type. PostgreSQL cannot store NUL, so it is refused here, with words.
export const text = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(s => !s.includes('\u0000'), 'must not contain the NUL character')

export const name = text(200, 1).refine(s => s.trim() !== '', 'must not be blank')
export const id = z.uuid().toLowerCase()
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const idParam = z.object({ id })
export const created = z.object({ id })
/** An address of the console, as the server built it. */
export const href = z.string() as unknown as z.ZodType<Href, Href>
export const done = z.object({ ok: z.literal(true) })
/** The reply of `done`. */
export const ok = { ok: true } as const
export const instant = z.iso.datetime({ offset: true })
export const day = z.iso.date()
/** A day that PostgreSQL knows: it has no year 0. */
export const aDay = day.refine(d => d >= '0001-01-01', 'must lie after the year 0')
export const flag = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform(v => v === 'true' || v === '1')

/** `?limit=&cursor=` of every list. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text(400).optional(),
})

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const skipped = z.array(z.object({ line: z.number().int(), reason: z.string() }))
