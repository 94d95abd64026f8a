// @words colleagues
import { msg } from '../kit/i18n.ts'

/** Ways to reach a customer; `note` is for colleagues only and is no contact. Other words are taken as they are. */
export const contactKinds = [
  { id: 'call', label: msg('Call'), log: msg('Log the call') },
  { id: 'mail', label: msg('E-mail'), log: msg('Log the e-mail') },
  { id: 'chat', label: msg('Chat'), log: msg('Log the chat') },
  { id: 'meeting', label: msg('Meeting'), log: msg('Log the meeting') },
] as const

export type ContactKind = (typeof contactKinds)[number]['id']

const aliases: Record<string, ContactKind> = {
  phone: 'call',
  telephone: 'call',
  email: 'mail',
  'e-mail': 'mail',
  visit: 'meeting',
}

/** `Phone` → `call`: other systems name the same thing otherwise. */
export function contactKindOf(how: string): string {
  const word = how.trim().toLowerCase()
  return aliases[word] ?? word
}
