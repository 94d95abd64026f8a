// @words colleagues
import { msg, t } from '../kit/i18n.ts'
import { workedTime } from './workedTime.ts'
import type { LadderRecipient, PolicyContent } from './policy.ts'

const targets: Record<string, string> = {
  acknowledge: msg('Acknowledge'),
  contact: msg('Speak with the customer'),
  resolve: msg('Resolve'),
  first_response: msg('First response'),
  next_response: msg('Next response'),
  resolution: msg('Resolution'),
  provider_response: msg('Provider’s answer'),
}

export const targetWords = (target: string): string => t(targets[target] ?? target)

const minute = 60_000

/** “8 h”, “normal 8 h, urgent 2 h” */
export const promisedWords = (promised: PolicyContent['targets'][string]): string =>
  typeof promised === 'number'
    ? workedTime(promised * minute)
    : Object.entries(promised)
        .map(([priority, minutes]) => `${priority} ${workedTime(minutes * minute)}`)
        .join(', ')

/** Who is told, as people say it. */
export function notifyWords(notify: LadderRecipient): string {
  if (typeof notify === 'object') return notify.person
  return t({ owner: msg('the owner again'), manager: msg('the owner’s manager'), skip: msg('the manager’s manager') }[notify])
}
