// @words colleagues
import { t } from '../kit/i18n.ts'
import type { AlertKind } from '../rules/alertKind.ts'

/** The loop: each state is one arc of the ring. Only the customer closes the circle. */
export const alertStates = ['open', 'acknowledged', 'contacted', 'resolved', 'confirmed'] as const
export type AlertState = (typeof alertStates)[number]

/** What the rules of the loop look at. */
export interface AlertProgress {
  state: AlertState
  kind: AlertKind
  /** First name of the customer; null when nobody knows who answered. */
  customer: string | null
  /** Tries to speak with the customer since the alert was opened or reopened, successful or not. */
  attempts: number
}

export type AlertStep = 'acknowledge' | 'contact' | 'resolve'

/** The one thing to do next; null when it is done or with the customer. */
export function nextStep({ state, kind }: AlertProgress): AlertStep | null {
  if (isClosed(state)) return null
  if (state === 'open') return 'acknowledge'
  return state === 'acknowledged' && kind === 'recovery' ? 'contact' : 'resolve'
}

export const isClosed = (state: AlertState): boolean => state === 'resolved' || state === 'confirmed'

/** How many arcs of the ring are drawn. */
export const arcsOf = (state: AlertState): number => alertStates.indexOf(state)

export const whyNotAcknowledge = ({ state }: AlertProgress): string | undefined =>
  isClosed(state) ? closedWords(state) : state === 'open' ? undefined : t('Somebody has taken this already.')

/** Contacts and handing over want an alert that is not closed. */
export const whyNotContinue = ({ state }: AlertProgress): string | undefined => (isClosed(state) ? closedWords(state) : undefined)

/**
 * Recovery is resolved only after somebody spoke with the customer. Who tried and reached nobody may say so as the outcome;
 * where nobody knows who answered, there is nobody to speak with.
 */
export function whyNotResolve(loop: AlertProgress, outcome?: string): string | undefined {
  const { state, kind, customer, attempts } = loop
  if (isClosed(state)) return closedWords(state)
  if (kind === 'excellence' || state === 'contacted' || customer === null) return undefined
  if (attempts === 0) return t('Speak with {customer} first.', { customer })
  if (outcome === 'not-reached') return undefined
  return t('{customer} was not reached yet. Try again, or choose “Could not be reached”.', { customer })
}

export const whyNotReopen = ({ state }: AlertProgress): string | undefined =>
  isClosed(state) ? undefined : t('This alert is still open.')

const closedWords = (state: AlertState): string =>
  state === 'confirmed'
    ? t('The customer has confirmed that this is settled. Reopen it to go on.')
    : t('This alert is resolved. Reopen it to go on.')

/** Where a contact leads: speaking with the customer is progress; a try that reached nobody only shows that somebody is at it. */
export function stateAfterContact(state: AlertState, reached: boolean): AlertState {
  if (reached) return 'contacted'
  return state === 'open' ? 'acknowledged' : state
}
