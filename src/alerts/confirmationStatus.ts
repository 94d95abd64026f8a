import type { AlertKind } from '../rules/alertKind.ts'

/** What is known of the customer when an alert is resolved. */
export interface CustomerReachability {
  kind: AlertKind
  anonymous: boolean
  email: string | null
  optedOut: boolean
  bounced: boolean
  erased: boolean
}

/** May the customer be asked whether it is settled? Who praised us waits for nothing; who wants no mail gets none. */
export const mayAsk = ({ kind, anonymous, email, optedOut, bounced, erased }: CustomerReachability): boolean =>
  kind === 'recovery' && !anonymous && email !== null && !optedOut && !bounced && !erased

/** `past`: the alert was reopened after this question was sent. */
export type ConfirmationStatus = 'open' | 'settled' | 'not-settled' | 'past'

/** How the question stands: the customer may still turn a yes into a no, for as long as nobody goes on with it. */
export function confirmationStatusOf(
  asked: { resolvedAt: Date; settled: boolean | null },
  alert: { resolvedAt: Date | null },
): ConfirmationStatus {
  if (asked.settled === false) return 'not-settled'
  if (alert.resolvedAt?.getTime() !== asked.resolvedAt.getTime()) return 'past'
  return asked.settled ? 'settled' : 'open'
}
