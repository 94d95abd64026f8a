import type { FastifyReply } from 'fastify'

/**
 * For a page whose link is a secret of its own: no other site learns it, no cache keeps what somebody typed. With `no-referrer` a browser
 * would not even tell us that our own form was sent from here.
 */
export const keepLinkSecret = (reply: FastifyReply): FastifyReply =>
  reply.header('referrer-policy', 'same-origin').header('cache-control', 'no-store').header('x-robots-tag', 'noindex')
