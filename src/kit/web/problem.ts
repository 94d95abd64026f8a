import type { FieldError } from '../errors.ts'
import { t } from '../i18n.ts'

/** A call that failed: what the server said (RFC 9457), or that it could not be reached (status 0). */
export class ApiError extends Error {
  readonly status: number
  /** Stable: one of kit/errors.ts, or `timeout`, `offline`, `unreachable`. */
  readonly code: string
  readonly errors: readonly FieldError[]
  readonly retryAfter: number | undefined
  constructor(status: number, code: string, message: string, errors: readonly FieldError[] = [], retryAfter?: number) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.errors = errors
    this.retryAfter = retryAfter
  }
}

export interface Explanation {
  /** What happened. */
  title: string
  /** What is safe, and what to do. */
  detail: string
  /** Whether the same call may work when it is made again. */
  retry: boolean
}

/** The one translator of errors: what happened, what is safe, what to do. */
export function explain(error: unknown): Explanation {
  if (!(error instanceof ApiError))
    return {
      title: t('Something went wrong on this page'),
      detail: t('What you typed is kept. Reload the page; if it happens again, tell your administrator.'),
      retry: true,
    }
  const known = byCode[error.code] ?? byStatus(error)
  return { title: known.title(), detail: known.detail?.(error) ?? error.message, retry: known.retry ?? false }
}

/** What is wrong with which field: `{ 'questions.2.prompt': 'must not be blank' }`. */
export function fieldErrors(error: unknown): Record<string, string> {
  return error instanceof ApiError ? Object.fromEntries(error.errors.map(e => [e.path, e.message])) : {}
}

/** Whether asking again soon can help: the network, or a server that is busy or restarting. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 502)

type KnownProblem = { title: () => string; detail?: (error: ApiError) => string; retry?: boolean }

const byCode: Record<string, KnownProblem> = {
  timeout: {
    title: () => t('The server did not answer in time'),
    detail: () => t('What you typed is kept. Try again.'),
    retry: true,
  },
  offline: {
    title: () => t('You are offline'),
    detail: () => t('What you typed is kept. It works again when the connection is back.'),
    retry: true,
  },
  unreachable: {
    title: () => t('The server cannot be reached'),
    detail: () => t('What you typed is kept. Try again in a moment.'),
    retry: true,
  },
  not_signed_in: { title: () => t('Your session has ended'), detail: () => t('Sign in again; this page is kept.') },
  forbidden: { title: () => t('This is not open to you') },
  not_found: { title: () => t('This is not here (any more)') },
  unavailable: {
    title: () => t('The server is busy or restarting'),
    detail: () => t('Nothing was lost. Try again in a moment.'),
    retry: true,
  },
  internal: {
    title: () => t('The server failed to do this'),
    detail: () => t('What you typed is kept. The failure was recorded; try again.'),
    retry: true,
  },
  rate_limited: {
    title: () => t('That was too often'),
    detail: error =>
      error.retryAfter
        ? t('Try again in {n, plural, one {# second} other {# seconds}}.', { n: error.retryAfter })
        : t('Try again in a moment.'),
    retry: true,
  },
}

const byStatus = (error: ApiError): KnownProblem =>
  error.status >= 500
    ? byCode.internal!
    : error.status === 409
      ? { title: () => t('That cannot be done now') }
      : { title: () => t('That was not accepted') }

export async function fromReply(reply: Response): Promise<ApiError> {
  const problem = (await reply.json().catch(() => ({}))) as {
    code?: string
    detail?: string
    title?: string
    errors?: FieldError[]
  }
  const retryAfter = Number(reply.headers.get('retry-after')) || undefined
  return new ApiError(
    reply.status,
    problem.code ?? codeOf(reply.status),
    problem.detail ?? problem.title ?? reply.statusText,
    problem.errors,
    retryAfter,
  )
}

const codeOf = (status: number): string =>
  status === 401 ? 'not_signed_in' : status === 429 ? 'rate_limited' : status >= 502 ? 'unavailable' : 'internal'

export function fromNetwork(error: unknown): ApiError {
  const code = (error as Error).name === 'TimeoutError' ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline'
  return new ApiError(0, code, (error as Error).message)
}
