import type { AlertKind } from '../rules/kind.ts'

/** What is known of the customer when an alert is resolved. */
export interface Reach {
  kind: AlertKind
  anonymous: boolean
  email: string | null
  optedOut: boolean
  bounced: boolean
  erased: boolean
}

/** May the customer be asked whether it is settled? Who praised us waits for nothing; who wants no mail gets none. */
export const mayAsk = ({ kind, anonymous, email, optedOut, bounced, erased }: Reach): boolean =>
  kind === 'recovery' && !anonymous && email !== null && !optedOut && !bounced && !erased

/** What is asked about stands only while nobody reopened it. */
export type Question = 'open' | 'settled' | 'not-settled' | 'past'

/** How the question stands: the customer may still turn a yes into a no, for as long as nobody goes on with it. */
export function questionNow(asked: { resolvedAt: Date; settled: boolean | null }, alert: { resolvedAt: Date | null }): Question {
  if (asked.settled === false) return 'not-settled'
  if (alert.resolvedAt?.getTime() !== asked.resolvedAt.getTime()) return 'past'
  return asked.settled ? 'settled' : 'open'
}
