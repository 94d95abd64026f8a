import { expect, it } from 'vitest'
import { needsToAccept, whyNotLoseOwner } from './member.ts'

const olga = { userId: 'olga', role: 'owner' as const, accepted: true }
const mira = { userId: 'mira', role: 'owner' as const, accepted: true }

it.each([
  ['the only owner stays', [olga], 'olga', true],
  ['one of two owners may go', [olga, mira], 'olga', false],
  ['an owner who has not accepted yet does not count', [olga, { ...mira, accepted: false }], 'olga', true],
  ['somebody who is no owner may go', [olga], 'omar', false],
  ['an open invitation as owner can be taken back', [olga, { ...mira, accepted: false }], 'mira', false],
])('%s', (_story, owners, who, kept) => {
  expect(whyNotLoseOwner(owners, who) !== undefined).toBe(kept)
})

const fresh = { id: 'omar', verified: false, hasPassword: false }
const claimed = { ...fresh, hasPassword: true }
const proved = { id: 'omar', verified: true, hasPassword: true }

it.each([
  ['somebody new chooses a password by the mail', fresh, 'mail', undefined, 'password'],
  ['or by the link a colleague handed on', fresh, 'link', undefined, 'password'],
  ['a login that somebody claimed without a mail is chosen anew by the mail', claimed, 'mail', undefined, 'password'],
  ['but not by a link that was handed on', claimed, 'link', undefined, 'sign-in'],
  ['a login with a proved address signs in', proved, 'mail', undefined, 'sign-in'],
  ['also when a stranger is signed in', proved, 'mail', 'dana', 'sign-in'],
  ['who is signed in says yes', proved, 'link', 'omar', 'nothing'],
] as const)('%s', (_story, login, by, signedInAs, needs) => {
  expect(needsToAccept(login, by, signedInAs)).toBe(needs)
})
