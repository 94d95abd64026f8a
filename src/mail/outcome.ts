/** What happened when a message was offered to a mail server. */
export interface Attempt {
  /** Reply code of the server; absent when there was none (no connection, a timeout, a broken line). */
  code?: number
  /** Its enhanced status as in `5.1.1`. */
  enhanced?: string
  /** What was being said: `CONN`, `EHLO`, `AUTH …`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  command?: string
  /** True once the last bytes may have left: without a reply nobody knows whether the message was taken. */
  handed: boolean
  /** How often it was tried, this time included. */
  attempts: number
}

export type DeliveryOutcome =
  | { kind: 'retry'; after: number; pause: boolean }
  | { kind: 'failed'; bounced: boolean }
  | { kind: 'unsure' }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const steps = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour]

/** How often a message is tried before a person is told that it cannot be delivered: about three days. */
export const givesUpAfter = 24

/** Pause before the next attempt, in milliseconds: 5 s at first, 4 h at last. */
export const backoff = (attempts: number): number => steps[Math.min(attempts, steps.length) - 1] ?? steps[0]!

/** Decides what an attempt that was not accepted means: try again, give up, or ask a person. */
export function decideOutcome(attempt: Attempt): DeliveryOutcome {
  const { code, handed, attempts } = attempt
  if (code === undefined && handed) return { kind: 'unsure' }
  const session = code === undefined || isSession(attempt)
  // The message was never looked at: whatever the server said, it said it about us.
  if (!session && code >= 500) return { kind: 'failed', bounced: isAddressFault(attempt) }
  if (attempts >= givesUpAfter) return { kind: 'failed', bounced: false }
  return { kind: 'retry', after: backoff(attempts), pause: session }
}

const isSession = ({ command = '' }: Attempt) => !/^(MAIL FROM|RCPT TO|DATA)/.test(command)

// 5.7.x is policy (we may not relay, we look like spam): the address may be perfectly good.
function isAddressFault({ code, enhanced, command = '' }: Attempt): boolean {
  if (enhanced) return /^5\.1\.[1-36]$|^5\.1\.0$|^5\.1\.10$|^5\.2\.1$|^5\.0\.0$/.test(enhanced)
  return command.startsWith('RCPT TO') || (command.startsWith('DATA') && [550, 551, 553, 556].includes(code ?? 0))
}
