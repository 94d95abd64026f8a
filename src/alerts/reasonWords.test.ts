import { expect, test } from 'vitest'
import type { ReasonOverTime } from './contract.ts'
import { cueWords, reasonWords } from './reasonWords.ts'

test.each<[string, ReasonOverTime]>([
  ['No answer for 90 days: the last one came on 3 March 2026.', { silence: { days: 90, since: '2026-03-03' } }],
  ['No answer for 90 days, and none before.', { silence: { days: 90, since: null } }],
  [
    'The last answers of this customer to “How was it?”, newest first: 2, 1 and 2. The rule asks for 3 of 3.',
    { prompt: 'How was it?', series: { count: 3, of: 3, per: 'person', values: [2, 1, 2] } },
  ],
  [
    '“How was it?” has been falling at this unit since 3 March 2026: from 80 to 60 of 100, over 64 answers. That is not chance.',
    { prompt: 'How was it?', drift: { since: '2026-03-03', before: 0.6, after: 0.2, n: 64 } },
  ],
])('%s', (words, reason) => {
  expect(reasonWords(reason)).toBe(words)
})

test.each([
  ['threat to leave', 'threatens to leave'],
  ['theme: Waiting', 'theme: Waiting'],
  ['complaint, turned by “not”', 'complaint, turned by “not”'],
  ['learned: complaint', 'complaint, as taught'],
  ['“never again”', 'a phrase of the rule'],
])('marked words are told why: %s', (why, words) => {
  expect(cueWords(why)).toBe(words)
})
