/** Every error the product can answer with: its stable code and its HTTP status. The message says what to do next. */
export const errorTable = {
  bad_input: 400,
  bad_json: 400,
  csrf: 403,
  not_signed_in: 401,
  wrong_credentials: 401,
  second_factor_needed: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  already_set_up: 409,
  not_set_up: 409,
  already_exists: 409,
  erased_on_request: 409,
  survey_not_published: 409,
  survey_closed: 409,
  already_answered: 409,
  alert_closed: 409,
  not_allowed_now: 409,
  idempotency_mismatch: 422,
  idempotency_running: 409,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof errorTable

/** One wrong place in the input: `path` as in `questions.2.prompt`. */
export interface FieldError {
  path: string
  message: string
}

/** An error that is the caller's to mend. Thrown anywhere, translated once at the edge into RFC 9457 problem details. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly errors: readonly FieldError[] | undefined
  constructor(code: ErrorCode, message: string, errors?: readonly FieldError[], options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
    this.errors = errors
  }
  get status(): number {
    return errorTable[this.code]
  }
}

export const notFound = (what: string) => new AppError('not_found', `There is no such ${what}, or you may not see it.`)

export const badInput = (path: string, message: string) => new AppError('bad_input', message, [{ path, message }])
