import { randomUUID } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify'
import type { Product } from '../src/app/server/product.ts'
import type { Settings } from '../src/app/server/settings.ts'
import type { TestDatabase } from './db.ts'
import { borrowNode, openNode } from './node.ts'

export interface Reply<T> {
  status: number
  body: T
  headers: Response['headers']
  text: string
}

export interface TestApp extends Product {
  orgId: string
  ownerId: string
  /** The owner's API key. */
  key: string
  test: TestDatabase
  settings: Settings
  /** One call as the owner, or as `key` (null: nobody). Strings and buffers go as text/csv unless `type` says otherwise. */
  // biome-ignore lint: a test says what it expects of a body
  call<T = any>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Reply<T>>
  close(): Promise<void>
}

export interface CallOptions {
  key?: string | null
  type?: string
  /** `path` is a page (`/f/…`), not a call of the API. */
  page?: boolean
  headers?: Record<string, string>
}

export const owner = {
  org: 'Northwind Water',
  name: 'Olga Owner',
  email: 'olga@northwind.example',
  password: 'correct horse battery',
}

export interface TestAppOptions {
  /** False: without the first organisation. */
  setUp?: boolean
  /** Settings that it is started with: then it is a product of this file's own. */
  env?: Record<string, string>
  /** A product of this file's own: for what changes its database or its clocks so that emptying the tables would not undo it. */
  own?: boolean
}

let addresses = 0

/** The product with an organisation on a database without anything else, not listening: calls go straight in. */
export async function testApp({ setUp: wanted = true, env, own = env !== undefined }: TestAppOptions = {}): Promise<TestApp> {
  const { product, settings, test, end } = await (own ? openNode(env) : borrowNode())
  // Strangers are counted by address: who asked in an earlier file was somebody else.
  const remoteAddress = `10.0.${++addresses >> 8}.${addresses & 255}`
  let key = ''
  const call: TestApp['call'] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    how: CallOptions = {},
  ): Promise<Reply<T>> => {
    const response = await product.app.inject({
      ...request(method, path, body, how.key === undefined ? key : how.key, how),
      remoteAddress,
    })
    return { status: response.statusCode, headers: response.headers, text: response.body, body: parse(response) as T }
  }
  const setUp = wanted ? await call('POST', '/setup', owner, { key: null }) : undefined
  if (setUp && setUp.status !== 201) throw new Error(`POST /setup answered ${setUp.status}: ${setUp.text}`)
  key = setUp?.body.apiKey ?? ''
  return {
    ...product,
    orgId: setUp?.body.orgId ?? '',
    ownerId: setUp?.body.userId ?? '',
    key,
    test,
    settings,
    call,
    close: end,
  }
}

function request(method: string, path: string, body: unknown, key: string | null, how: CallOptions): InjectOptions {
  const isText = typeof body === 'string' || Buffer.isBuffer(body)
  return {
    method: method as 'GET',
    url: how.page ? path : `/api/v1${path}`,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': how.type ?? (isText ? 'text/csv' : 'application/json') }),
      ...how.headers,
    },
    ...(body !== undefined && { payload: isText ? (body as string) : JSON.stringify(body) }),
  }
}

function parse(response: Response): unknown {
  try {
    return response.json()
  } catch {
    return response.body
  }
}

/** A key for `Idempotency-Key`, or any other word nobody used before. */
export const unique = (): string => randomUUID()
