import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a page answers, decided inside the transaction and sent after its commit: nobody is told that something is kept before it is. */
export interface PageAnswer {
  status: number
  html?: string
  json?: object
  /** Where the browser goes next. */
  location?: string
  /** A word that finds the answer again on this device; null forgets it. */
  resume?: string | null
  /** May stand inside the pages of other sites. */
  embeddable?: boolean
}

export const RESUME_COOKIE = 'fullcircle_resume'

const RESUME_SECONDS = 30 * 86_400

export function sendAnswer(request: FastifyRequest, reply: FastifyReply, token: string, answer: PageAnswer): FastifyReply {
  // The link is a secret of its own: no other site learns it, no cache keeps what somebody typed. With `no-referrer` a browser would
  // not even tell us that our own form was sent from here.
  void reply
    .code(answer.status)
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
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
