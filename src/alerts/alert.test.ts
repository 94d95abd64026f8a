import { describe, expect, test } from 'vitest'
import {
  type AlertState,
  type AlertProgress,
  nextStep,
  stateAfterContact,
  whyNotAcknowledge,
  whyNotContinue,
  whyNotReopen,
  whyNotResolve,
} from './alert.ts'

const danas = (state: AlertState, more: Partial<AlertProgress> = {}): AlertProgress => ({
  state,
  kind: 'recovery',
  customer: 'Dana',
  attempts: 0,
  ...more,
})

describe('what comes next for Omar', () => {
  test.each([
    [danas('open'), 'acknowledge'],
    [danas('acknowledged'), 'contact'],
    [danas('contacted'), 'resolve'],
    [danas('resolved'), null],
    [danas('confirmed'), null],
    [danas('acknowledged', { kind: 'excellence' }), 'resolve'],
  ] as const)('%o → %s', (loop, step) => expect(nextStep(loop)).toBe(step))
})

describe('an alert is resolved', () => {
  test.each([
    ['after Omar spoke with Dana', danas('contacted'), 'put-right', undefined],
    ['not before anybody tried', danas('open'), 'put-right', 'Speak with Dana first.'],
    ['not as unreached before anybody tried', danas('acknowledged'), 'not-reached', 'Speak with Dana first.'],
    [
      'not as put right while nobody reached her',
      danas('acknowledged', { attempts: 2 }),
      'put-right',
      'Dana was not reached yet. Try again, or choose “Could not be reached”.',
    ],
    ['as unreached after tries', danas('acknowledged', { attempts: 1 }), 'not-reached', undefined],
    ['without a call when nobody knows who answered', danas('acknowledged', { customer: null }), 'put-right', undefined],
    ['without a call when it is praise', danas('open', { kind: 'excellence' }), 'thanked', undefined],
    ['only once', danas('resolved'), 'put-right', 'This alert is resolved. Reopen it to go on.'],
  ] as const)('%s', (_, loop, outcome, reason) => expect(whyNotResolve(loop, outcome)).toBe(reason))
})

describe('what else may follow', () => {
  test.each([
    ['taken once', whyNotAcknowledge(danas('open')), undefined],
    ['not taken twice', whyNotAcknowledge(danas('contacted')), 'Somebody has taken this already.'],
    ['called while it is open', whyNotContinue(danas('open')), undefined],
    ['called again after it was resolved', whyNotContinue(danas('resolved')), 'This alert is resolved. Reopen it to go on.'],
    [
      'called again after Dana confirmed',
      whyNotContinue(danas('confirmed')),
      'The customer has confirmed that this is settled. Reopen it to go on.',
    ],
    ['reopened when resolved', whyNotReopen(danas('resolved')), undefined],
    ['not reopened while open', whyNotReopen(danas('open')), 'This alert is still open.'],
  ])('%s', (_, reason, expected) => expect(reason).toBe(expected))
})

test.each([
  ['open', false, 'acknowledged'],
  ['open', true, 'contacted'],
  ['acknowledged', false, 'acknowledged'],
  ['acknowledged', true, 'contacted'],
  ['contacted', false, 'contacted'],
] as const)('a call in state %s, reached: %s, leads to %s', (state, reached, after) =>
  expect(stateAfterContact(state, reached)).toBe(after),
)
