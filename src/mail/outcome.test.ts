import { expect, test } from 'vitest'
import { type Attempt, backoff, decideOutcome, givesUpAfter } from './outcome.ts'

const attempt = (part: Partial<Attempt>): Attempt => ({ handed: false, attempts: 1, ...part })

const stories: [string, Partial<Attempt>, object][] = [
  [
    'nobody listens: try again, and leave the server alone for a while',
    { command: 'CONN' },
    { kind: 'retry', after: 5000, pause: true },
  ],
  ['the line breaks before the last bytes', { command: 'DATA' }, { kind: 'retry', after: 5000, pause: true }],
  ['the line breaks after the last bytes', { command: 'DATA', handed: true }, { kind: 'unsure' }],
  ['greylisted at the recipient', { code: 451, command: 'RCPT TO' }, { kind: 'retry', after: 5000, pause: false }],
  [
    'refused for now after the last bytes: the server said so',
    { code: 452, command: 'DATA', handed: true, attempts: 2 },
    { kind: 'retry', after: 30_000, pause: false },
  ],
  ['no such user', { code: 550, enhanced: '5.1.1', command: 'RCPT TO' }, { kind: 'failed', bounced: true }],
  ['no such user, said without an enhanced code', { code: 550, command: 'RCPT TO' }, { kind: 'failed', bounced: true }],
  ['no such user, said after the data', { code: 550, command: 'DATA', handed: true }, { kind: 'failed', bounced: true }],
  [
    'taken for spam: the address is not to blame',
    { code: 554, enhanced: '5.7.1', command: 'DATA', handed: true },
    { kind: 'failed', bounced: false },
  ],
  ['our sender is refused', { code: 553, enhanced: '5.7.1', command: 'MAIL FROM' }, { kind: 'failed', bounced: false }],
  [
    'our password is wrong: every message waits until it is mended',
    { code: 535, command: 'AUTH PLAIN' },
    { kind: 'retry', after: 5000, pause: true },
  ],
  ['greylisted for three days', { code: 451, command: 'RCPT TO', attempts: givesUpAfter }, { kind: 'failed', bounced: false }],
]

test.each(stories)('%s', (_, part, outcome) => {
  expect(decideOutcome(attempt(part))).toEqual(outcome)
})

test('the pauses grow from seconds to hours', () => {
  expect([1, 2, 3, 20].map(backoff)).toEqual([5000, 30_000, 120_000, 14_400_000])
})
