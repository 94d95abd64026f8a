import { expect, it } from 'vitest'
import type { Condition } from '../condition.ts'
import { startFrom } from '../template.ts'
import { templates } from '../templates.ts'
import { wrongWith } from '../showIf.ts'
import { firstLeaf } from './draft/edits.ts'
import { conditionOf, inWay, ruleWords, sentenceOf, valuesFor, waysFor, withValue } from './showIfSentence.ts'

const { questions } = startFrom(templates.find(({ id }) => id === 'relationship-nps')!)
const visit = startFrom(templates[1]!).questions

it.each([...questions, ...visit])('offers nothing about “$prompt” that cannot be', question => {
  const asked = { ...visit[0]!, id: 'later' }
  for (const way of waysFor(question)) {
    const leaf = inWay(firstLeaf(question), way, question)
    expect(wrongWith({ ...asked, showIf: leaf }, [question])).toEqual([])
    for (const { id } of valuesFor(question))
      expect(
        wrongWith(
          { ...asked, showIf: withValue(inWay(firstLeaf(question), way === 'between' ? 'atLeast' : way, question), id) },
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
  expect(conditionOf(sentenceOf(rule)!)).toEqual(rule)
  expect(conditionOf(sentenceOf({ question: 'stars', atMost: 2 })!)).toEqual({ question: 'stars', atMost: 2 })
  expect(conditionOf({ join: 'all', leaves: [] })).toBeUndefined()
  expect(sentenceOf({ not: { question: 'stars', atMost: 2 } })).toBeUndefined()
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
