// @words everybody
import { t as active, type Translate } from '../kit/i18n.ts'
import type { MailState } from './contract.ts'

// What a person may do about a mail, and why not: the same rules for the server and for the buttons.

const deliverable: readonly MailState[] = ['kept', 'failed', 'unsure', 'cancelled']

export function whyNotDeliver(state: MailState, mailServer: boolean, t: Translate = active): string | undefined {
  if (!deliverable.includes(state)) return t('This mail has left, or is about to.')
  if (!mailServer) return t('There is no mail server yet. Set SMTP_URL and start again.')
  return undefined
}

export const whyNotArrived = (state: MailState, t: Translate = active): string | undefined =>
  state === 'unsure' ? undefined : t('Only a mail whose fate is unknown can be said to have arrived.')

export const whyNotCancel = (state: MailState, t: Translate = active): string | undefined =>
  state === 'waiting' || state === 'kept' ? undefined : t('Only a mail that waits can be called off.')
