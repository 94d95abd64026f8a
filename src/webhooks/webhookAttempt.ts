/** What came of one attempt to deliver. */
export interface WebhookAttempt {
  /** HTTP status; absent when there was no reply (no connection, a timeout, an address that may not be called). */
  status?: number | undefined
  /** Seconds to wait, as the receiver asked. */
  retryAfter?: number | undefined
  /** How often it was tried, this time included. */
  attempts: number
}

export type AttemptOutcome =
  | { kind: 'sent' }
  /** `rest`: nothing at all goes to this endpoint for so long. */
  | { kind: 'retry'; afterMs: number; restMs: number }
  | { kind: 'failed' }
  /** The receiver wants nothing more (410). */
  | { kind: 'gone' }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Pauses between attempts, as Standard Webhooks proposes: ten attempts in a little more than three days. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]

/** An endpoint that took nothing for so long is switched off. */
const patience = 4 * day

/** Decides what an attempt means. `chance` (0 to 1) spreads what failed together. */
export function decideAttempt({ status, retryAfter, attempts }: WebhookAttempt, chance: number): AttemptOutcome {
  if (status !== undefined && status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 410) return { kind: 'gone' }
  const pause = pauses[attempts - 1]
  if (pause === undefined) return { kind: 'failed' }
  const asked = Math.min(retryAfter ?? 0, day / second) * second
  return { kind: 'retry', afterMs: Math.max(pause * (1 + chance / 10), asked), restMs: restOf(status, asked) }
}

// Who is overloaded, or not there at all, is not asked for each message anew.
function restOf(status: number | undefined, asked: number): number {
  if (status === undefined) return Math.max(asked, 2 * second)
  return [429, 502, 503, 504].includes(status) ? Math.max(asked, 5 * second) : asked
}

export const isGivenUp = (failingSince: Date | null, now: Date): boolean =>
  failingSince !== null && now.getTime() - failingSince.getTime() >= patience
