import type { FastifyRequest } from 'fastify'
import type { HttpOptions } from '../../kit/server/http/implement.ts'

/** One request of a respondent, however it came. */
export interface PageRequest {
  database: HttpOptions['database']
  request: FastifyRequest
  token: string
}
