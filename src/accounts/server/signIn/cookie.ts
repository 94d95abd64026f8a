import type { FastifyReply, FastifyRequest } from 'fastify'
import { accountSettings } from '../accountSettings.ts'

const NAME = 'fullcircle_session'
// As long as a browser may keep it: the session itself ends some days after its last use, which moves on.
const KEPT_DAYS = 400

export const cookieOf = (request: FastifyRequest): string | undefined => request.cookies[NAME]

export function setCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(NAME, token, { ...attributes(), maxAge: KEPT_DAYS * 86_400 })
}

export function clearCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes())
}

const attributes = () => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: accountSettings.call().publicUrl.startsWith('https:'),
})
