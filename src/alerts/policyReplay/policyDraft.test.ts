import { expect, it } from 'vitest'
import type { PolicyItem } from '../../sla/contract.ts'
import { draftOf, otherTermsOf } from './policyDraft.ts'

const policy: PolicyItem = {
  id: '1',
  name: 'Visits',
  version: 1,
  archived: false,
  calendar: 'kelby',
  targets: { acknowledge: 60, resolve: { normal: 480, urgent: 60 }, first_response: 5 },
  warn_before_min: 15,
  ladder: [{ after_min: 0, notify: 'manager' }],
}
const draft = draftOf(policy)

it('a draft holds what an alert can be promised', () => {
  expect(draft.targets).toEqual({ acknowledge: 60, resolve: { normal: 480, urgent: 60 } })
  expect(otherTermsOf(policy, draft)).toEqual({})
})

it.each([
  ['a longer promise', { targets: { ...draft.targets, acknowledge: 120 } }, { acknowledge: 120 }],
  ['a promise more', { targets: { ...draft.targets, contact: 240 } }, { contact: 240 }],
  ['a promise taken back', { targets: { acknowledge: 60 } }, { resolve: null }],
  ['other hours', { calendar: 'northmoor' }, { calendar: 'northmoor' }],
  ['no reminder before', { warn: null }, { warn_before_min: null }],
  ['nobody told', { ladder: [] }, { ladder: [] }],
])('says of %s no more than what is otherwise', (_, change, terms) => {
  expect(otherTermsOf(policy, { ...draft, ...change })).toEqual(terms)
})
