import type { FastifyRequest } from 'fastify'
import { AppError } from '../../errors.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a state change that a browser says comes from another site. `Sec-Fetch-Site` is set by every current browser
 * and cannot be forged by a page; older ones send `Origin`. Calls with an API key carry neither and no cookie.
 */
export function refuseForeignOrigin(publicUrl: string) {
  const own = new URL(publicUrl).host
  return async (request: FastifyRequest): Promise<void> => {
    if (safe.has(request.method) || request.headers.authorization) return
    const site = request.headers['sec-fetch-site']
    if (site && site !== 'same-origin' && site !== 'none') refuse()
    // The browser vouches for it; under `no-referrer` its Origin would only say “null”.
    if (site) return
    const origin = request.headers.origin
    if (origin && !isOwn(origin, own, request.headers.host)) refuse()
  }
}

function isOwn(origin: string, own: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin).host
  return from === own || from === host
}

function refuse(): never {
  throw new AppError('csrf', 'This request came from another site and was refused. Open the page here and try again.')
}
