import { expect, test } from 'vitest'
import type { Question } from '../surveys/question.ts'
import { proposedAnswerTest, firstDraft } from './ruleDraft.ts'
import { byId, whenWords } from './ruleWords.ts'

const questions: Question[] = [
  { id: 'why', kind: 'text', prompt: 'Why?', required: false },
  { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true },
  { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?', required: false },
  { id: 'call', kind: 'choice', prompt: 'May we call?', required: false, options: [{ id: 'yes', label: 'Yes, please' }] },
]
const named = byId(questions)

test.each([
  ['stars', 'recovery', { question: 'stars', atMost: 2 }],
  ['nps', 'recovery', { question: 'nps', atMost: 6 }],
  ['nps', 'excellence', { question: 'nps', atLeast: 9 }],
  ['stars', 'excellence', { question: 'stars', atLeast: 5 }],
  ['call', 'recovery', { question: 'call', equals: 'yes' }],
  ['why', 'recovery', { question: 'why', answered: true }],
] as const)('building on %s for %s begins with %j', (id, kind, leaf) =>
  expect(proposedAnswerTest(named.get(id)!, kind)).toEqual(leaf),
)

test('a new rule asks for the first score and alerts the manager', () =>
  expect(firstDraft('s', questions)).toMatchObject({
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'unit-manager' }],
  }))

test.each([
  [{ all: [{ question: 'stars', atMost: 2 }] }, '“How was your visit?” 2 or less'],
  [
    {
      any: [
        { question: 'nps', atLeast: 5, atMost: 6 },
        { question: 'call', equals: 'yes' },
      ],
    },
    '“Would you recommend us?” from 5 to 6 or “May we call?” “Yes, please”',
  ],
  [
    {
      all: [
        { question: 'stars', equals: 1 },
        { any: [{ question: 'why', answered: true }, { not: { question: 'nps', atMost: 6 } }] },
      ],
    },
    '“How was your visit?” exactly 1 and (“Why?” is answered or not “Would you recommend us?” 6 or less)',
  ],
])('%j reads as a sentence', (when, words) => expect(whenWords(when, named)).toBe(words))
