import { expect, test } from 'vitest'
import type { Question } from '../surveys/question.ts'
import { whyRuleDoesNotFit } from './ruleFit.ts'

const questions: Question[] = [
  { id: 'stars', kind: 'rating', prompt: 'How many stars?', required: true },
  { id: 'why', kind: 'text', prompt: 'Why?', required: false },
]

test.each([
  [{ all: [{ question: 'stars', atMost: 2 }] }, undefined],
  [{ all: [{ question: 'score', atMost: 2 }] }, 'This survey has no question “score”. It has “stars”, “why”.'],
  [{ all: [{ question: 'stars', atMost: 7 }] }, '“stars” runs from 1 to 5; 7 is not on it.'],
  [{ any: [{ all: [{ question: 'why', atMost: 2 }] }] }, '“why” has no scale; use “equals” or “includes”.'],
  [{ all: [{ question: 'why', answered: true }] }, undefined],
])('%j', (when, message) => expect(whyRuleDoesNotFit(when, questions)?.message).toBe(message))
