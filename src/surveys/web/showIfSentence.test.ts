import { expect, it } from 'vitest'
import type { Condition } from '../answerCondition.ts'
import { questionnaireFromTemplate } from '../template.ts'
import { templates } from '../templates.ts'
import { showIfProblems } from '../showIf.ts'
import { defaultAnswerTest } from './draft/edits.ts'
import {
  conditionOf,
  withComparison,
  ruleWords,
  showIfSentenceOf,
  answerChoicesFor,
  comparisonsFor,
  withValue,
} from './showIfSentence.ts'

const { questions } = questionnaireFromTemplate(templates.find(({ id }) => id === 'relationship-nps')!)
const visit = questionnaireFromTemplate(templates[1]!).questions

it.each([...questions, ...visit])('offers nothing about “$prompt” that cannot be', question => {
  const asked = { ...visit[0]!, id: 'later' }
  for (const way of comparisonsFor(question)) {
    const leaf = withComparison(defaultAnswerTest(question), way, question)
    expect(showIfProblems({ ...asked, showIf: leaf }, [question])).toEqual([])
    for (const { id } of answerChoicesFor(question))
      expect(
        showIfProblems(
          {
            ...asked,
            showIf: withValue(withComparison(defaultAnswerTest(question), way === 'between' ? 'atLeast' : way, question), id),
          },
          [question],
        ),
      ).toEqual([])
  }
})

it('reads a rule as a sentence and back', () => {
  const rule: Condition = {
    any: [
      { question: 'stars', atMost: 2 },
      { question: 'about', includes: 'staff' },
    ],
  }
  expect(conditionOf(showIfSentenceOf(rule)!)).toEqual(rule)
  expect(conditionOf(showIfSentenceOf({ question: 'stars', atMost: 2 })!)).toEqual({ question: 'stars', atMost: 2 })
  expect(conditionOf({ join: 'all', leaves: [] })).toBeUndefined()
  expect(showIfSentenceOf({ not: { question: 'stars', atMost: 2 } })).toBeUndefined()
})

it('says any rule in words', () => {
  expect(
    ruleWords(
      {
        not: {
          any: [
            { question: 'stars', atMost: 2 },
            { question: 'about', includes: 'staff' },
          ],
        },
      },
      visit,
    ),
  ).toBe('not (“How was your visit?” is at most “2” or “What was it about?” includes “The people”)')
})
