import type { FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_DAYS } from './identityStore.ts'
import { accountSettings } from './accountSettings.ts'

const NAME = 'fullcircle_session'

export const cookieOf = (request: FastifyRequest): string | undefined => request.cookies[NAME]

export function setCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(NAME, token, { ...attributes(), maxAge: SESSION_DAYS * 86_400 })
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
