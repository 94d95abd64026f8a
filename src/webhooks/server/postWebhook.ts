import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import type { IncomingMessage } from 'node:http'
import { isAllowed, isPublic } from './addresses.ts'

export interface WebhookRequest {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** Networks of the operator's own that may be called. */
  allowed: BlockList
}

export interface WebhookResponse {
  status: number
  retryAfter?: number
  /** The beginning of what it said. */
  excerpt: string
}

/** Why an address is not called, for people to read. */
export class AddressRefused extends Error {}

const EXCERPT = 1000

/**
 * Posts a message. The address that is checked is the one that is called (no second lookup), a redirect is not followed, and no proxy
 * of the environment is asked.
 */
export async function postWebhook(call: WebhookRequest): Promise<WebhookResponse> {
  const url = new URL(call.url)
  const secure = url.protocol === 'https:'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // An address in figures is not looked up, so it is checked here.
  if (isIP(literal)) refuse([literal], call.allowed, secure)
  const reply = await send(call, url, secure)
  return answerOf(reply, await excerptOf(reply))
}

function send(call: WebhookRequest, url: URL, secure: boolean): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(call.timeoutMs)
  return new Promise((done, fail) => {
    const request = (secure ? requestSecure : requestPlain)(url, {
      method: 'POST',
      headers: {
        ...call.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(call.body),
        'user-agent': 'Fullcircle-Webhooks/1',
      },
      agent: false,
      lookup: guarded(call.allowed, secure),
      signal,
    })
    request.on('response', done)
    request.on('error', error => fail(signal.aborted ? new Error(`No reply within ${call.timeoutMs / 1000} seconds.`) : error))
    request.end(call.body)
  })
}

function refuse(addresses: readonly string[], allowed: BlockList, secure: boolean): void {
  for (const address of addresses) {
    if (isAllowed(address, allowed)) continue
    if (!isPublic(address))
      throw new AddressRefused(
        `${address} is an address inside a private network, which webhooks may not call. The operator can allow it.`,
      )
    if (!secure) throw new AddressRefused('This address is on the internet: use https, so that nobody reads along.')
  }
}

function guarded(allowed: BlockList, secure: boolean): LookupFunction {
  return (hostname: string, options: LookupOptions, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, [])
      try {
        refuse(
          found.map(({ address }) => address),
          allowed,
          secure,
        )
      } catch (refused) {
        return callback(refused as Error, [])
      }
      if (options.all) return callback(null, found)
      return callback(null, found[0]!.address, found[0]!.family)
    })
  }
}

function answerOf(reply: IncomingMessage, excerpt: string): WebhookResponse {
  const after = Number(reply.headers['retry-after'])
  return { status: reply.statusCode ?? 0, excerpt, ...(after > 0 && { retryAfter: after }) }
}

/** The receiver has decided once its headers are there: what it says besides is read as far as it comes soon. */
async function excerptOf(reply: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  const late = setTimeout(() => reply.destroy(), 2000)
  try {
    for await (const part of reply as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.length
      if (size >= EXCERPT * 4) break
    }
  } catch {
    // What came so far will do.
  } finally {
    clearTimeout(late)
    reply.destroy()
  }
  return Buffer.concat(parts).toString('utf8').replaceAll('\u0000', '').slice(0, EXCERPT)
}
