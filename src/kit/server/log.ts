import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured logs on standard error; secrets and what people wrote never enter them. */
export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      serializers: { err: plainError },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          '*.password',
          '*.apiKey',
          '*.token',
          '*.secret',
          'password',
          'token',
        ],
        censor: '[secret]',
      },
    },
    pino.destination({ fd: 2, sync: false }),
  )
}

// A database error carries its whole connection, with all that it knows.
function plainError(error: Error & { code?: string }) {
  return { type: error.name, message: error.message, code: error.code, stack: error.stack }
}
