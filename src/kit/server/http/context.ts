import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../../caller.ts'
import type { Database } from '../db.ts'

/** Who asked, and for which organisation. Made by the accounts room, used here. */
export interface Identity {
  org: string
  caller: Caller
  /** The installation's operator: may open, suspend and delete organisations. */
  operator: boolean
  userId?: string
  sessionId?: string
}

export interface Context {
  request: FastifyRequest
  reply: FastifyReply
  database: Database
  /** Absent on public routes when nobody is signed in. */
  identity: Identity | undefined
}
