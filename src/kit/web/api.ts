import type { Href } from '../paths.ts'
import type { Args, Contract, Result, Route } from '../contract.ts'
import { ApiError, fromNetwork, fromReply } from './problem.ts'

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }
/** Parts of which nothing must be said (`?limit=&cursor=`) may be left out. */
type Needed<A> = { [K in keyof A as {} extends A[K] ? never : K]: A[K] } & {
  [K in keyof A as {} extends A[K] ? K : never]?: A[K]
}
type CallArgs<R extends Route> =
  {} extends Needed<Args<R>> ? [args?: Needed<Args<R>>, options?: CallOptions] : [args: Needed<Args<R>>, options?: CallOptions]

export interface CallOptions {
  signal?: AbortSignal
  /** Milliseconds; 10 s for reading and 60 s for writing unless told. */
  timeout?: number
  /** Repeats of one intent share a key, so that the server acts once. A new one is made for each POST unless told. */
  idempotencyKey?: string
}

/** One route as the web calls it: a promise, or options for TanStack Query. */
export interface Call<R extends Route> {
  (...given: CallArgs<R>): Promise<Result<R>>
  /** useQuery(alerts.get.query({ params: { id } })) */
  query(...given: CallArgs<R>): { queryKey: QueryKey; queryFn: (context: { signal: AbortSignal }) => Promise<Result<R>> }
  /** useInfiniteQuery(alerts.list.pages({ query })) for a list paged by cursor. */
  pages(...given: CallArgs<R>): {
    queryKey: QueryKey
    queryFn: (context: { signal: AbortSignal; pageParam: string | undefined }) => Promise<Result<R>>
    initialPageParam: string | undefined
    getNextPageParam: (last: Result<R>) => string | undefined
  }
  /** Where a link or a download leads. */
  url(...given: CallArgs<R>): Href
}

/** The first word is the resource (`alerts`): what a live message names, so that everything below it is read again. */
export type QueryKey = readonly [resource: string, path: string, query: unknown, paged?: 'pages']

export type Client<C extends Contract> = { [K in keyof C]: Call<C[K]> }

/** The web's side of a contract: client.name({ params, query, body }). */
export function makeClient<C extends Contract>(contract: C): Client<C> {
  return Object.fromEntries(Object.entries(contract).map(([name, route]) => [name, call(route)])) as unknown as Client<C>
}

function call(route: Route) {
  const go = (args: Parts = {}, options: CallOptions = {}) => send(route, args, options)
  return Object.assign(go, {
    url: (args: Parts = {}) => urlOf(route, args),
    query: (args: Parts = {}) => ({
      queryKey: keyOf(route, args),
      queryFn: ({ signal }: { signal: AbortSignal }) => send(route, args, { signal }),
    }),
    pages: (args: Parts = {}) => ({
      queryKey: [...keyOf(route, args), 'pages'],
      queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
        send(route, { ...args, query: { ...args.query, cursor: pageParam } }, { signal }),
      initialPageParam: undefined,
      getNextPageParam: (last: { nextCursor?: string | null }) => last.nextCursor ?? undefined,
    }),
  })
}

async function send(route: Route, args: Parts, options: CallOptions): Promise<unknown> {
  const writes = route.method !== 'GET'
  const timeout = AbortSignal.timeout(options.timeout ?? (writes ? 60_000 : 10_000))
  const request: RequestInit = {
    method: route.method,
    headers: headersOf(route, args, options),
    body: args.body === undefined ? undefined : route.bodyType ? (args.body as BodyInit) : JSON.stringify(args.body),
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    credentials: 'same-origin',
  }
  const reply = await fetch(urlOf(route, args), request).catch(error => {
    if (options.signal?.aborted) throw error
    throw fromNetwork(error)
  })
  if (!reply.ok) throw announce(await fromReply(reply))
  if (route.replyType) return reply.blob()
  return reply.status === 204 ? undefined : reply.json()
}

function headersOf(route: Route, args: Parts, options: CallOptions): Record<string, string> {
  return {
    accept: route.replyType ?? 'application/json',
    ...(args.body === undefined ? {} : { 'content-type': route.bodyType ?? 'application/json' }),
    ...(route.method === 'POST' ? { 'idempotency-key': options.idempotencyKey ?? newKey() } : {}),
  }
}

/** /api/v1/alerts/… with its parameters; what is undefined or empty in the query stays away. */
export function urlOf(route: Route, { params = {}, query = {} }: Parts): Href {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  }
  return `/api/v1${path}${search.size ? `?${search}` : ''}` as Href
}

function keyOf(route: Route, args: Parts): QueryKey {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => args.params?.[name] ?? '')
  return [path.split('/')[1] ?? '', path, args.query ?? {}]
}

// crypto.randomUUID is missing on plain http, where a first trial on one's own network runs.
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('')

const listeners = new Set<(error: ApiError) => void>()

/** Tells of every refused call: the shell listens, to ask for signing in again when a session has ended. */
export function onProblem(listen: (error: ApiError) => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** The same of a call that was not made here. */
export function announce(error: ApiError): ApiError {
  for (const listen of listeners) listen(error)
  return error
}
