import type { FastifyReply, FastifyRequest } from 'fastify'
import { keepLinkSecret } from '../../kit/server/http/secretLink.ts'

/** The HTTP reply of a public page: decided inside the transaction, sent after its commit: nobody is told that something is kept before it is. */
export interface PageReply {
  status: number
  html?: string
  json?: object
  /** Where the browser goes next. */
  location?: string
  /** Secret for the resume cookie of this device; null clears the cookie. */
  resume?: string | null
  /** May stand inside the pages of other sites. */
  embeddable?: boolean
}

export const RESUME_COOKIE = 'fullcircle_resume'

const RESUME_SECONDS = 30 * 86_400

export function sendPageReply(request: FastifyRequest, reply: FastifyReply, token: string, answer: PageReply): FastifyReply {
  void keepLinkSecret(reply).code(answer.status)
  const path = `/f/${token}`
  if (answer.resume === null) void reply.clearCookie(RESUME_COOKIE, { path })
  else if (answer.resume)
    void reply.setCookie(RESUME_COOKIE, answer.resume, {
      path,
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: RESUME_SECONDS,
    })
  if (answer.embeddable) letSitesShow(reply)
  if (answer.location) return reply.redirect(answer.location, answer.status)
  if (answer.json) return reply.send(answer.json)
  return reply.type('text/html; charset=utf-8').send(answer.html ?? '')
}

function letSitesShow(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  void reply
    .removeHeader('x-frame-options')
    .header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'))
}
