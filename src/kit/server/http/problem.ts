import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, type ErrorCode, type FieldError } from '../../errors.ts'
import { sqlState } from '../db.ts'

interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  errors?: readonly FieldError[]
}

/** Every error that leaves the API, as RFC 9457 problem details with a stable code. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toAppError(error)
  if (known.code === 'internal') request.log.error({ err: error }, 'unexpected error')
  if (known.status === 503) reply.header('retry-after', '2')
  const problem: Problem = { type: 'about:blank', title: known.message, status: known.status, code: known.code }
  if (known.errors) problem.errors = known.errors
  void reply.code(known.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const fromFastify = fastifyError(error as FastifyError)
  if (fromFastify) return fromFastify
  const state = sqlState(error)
  if (state && databaseIsAway(state)) return unavailable
  if (state === '23505') return new AppError('already_exists', 'Something with this key already exists.')
  if (state === '23503')
    return new AppError('conflict', 'This refers to something that does not exist, or is still in use elsewhere.')
  if (isConnectionLoss(error)) return unavailable
  return new AppError(
    'internal',
    'Something went wrong on our side. Nothing was changed. Try again; if it stays, tell the administrator.',
  )
}

const unavailable = new AppError(
  'unavailable',
  'The database cannot be reached right now. Nothing was changed. Try again in a few seconds.',
)

const nowhere = new AppError('not_found', 'There is nothing at this address.')

// 08 connection, 53 resources, 57P admin shutdown, 57014 statement timeout, 25006 read-only during a fail-over
const databaseIsAway = (state: string) =>
  /^(08|53|57P)/.test(state) || state === '57014' || state === '25006' || state === '55P03'

function isConnectionLoss(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code ?? '') ||
    /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|client was closed/i.test(
      message ?? '',
    )
  )
}

function fastifyError(error: FastifyError): AppError | undefined {
  if (error.validation) {
    const errors = error.validation.map(fieldError(error.validationContext))
    return new AppError('bad_input', errors[0] ? `${errors[0].path}: ${errors[0].message}` : 'The input is not valid.', errors)
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('too_large', 'This is larger than the server takes in one request. Send it in smaller parts.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError(
        'unsupported_type',
        'The content type does not fit this call. Send application/json unless the documentation says otherwise.',
      )
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new AppError('bad_json', 'The body is not valid JSON.')
  }
  // An address that cannot be read leads nowhere.
  if (error.code === 'FST_ERR_BAD_URL' || error.code === 'FST_ERR_MAX_PARAM_LENGTH') return nowhere
  if (error instanceof SyntaxError || error.statusCode === 400)
    return new AppError('bad_json', 'The request could not be read. Check its body and headers.')
  if (error.statusCode === 413) return new AppError('too_large', 'This is larger than the server takes in one request.')
  if (error.statusCode === 415) return new AppError('unsupported_type', 'The content type does not fit this call.')
  if (error.statusCode === 429) return new AppError('rate_limited', error.message)
  if (error.statusCode === 404) return nowhere
  return undefined
}

const fieldError =
  (context: string | undefined) =>
  (issue: { instancePath?: string; message?: string }): FieldError => {
    const path = (issue.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.')
    return { path: path || (context ?? 'body'), message: issue.message ?? 'is not valid' }
  }
