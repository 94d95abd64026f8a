import { expect, test } from 'vitest'
import { responseFilterDefaults, responseFilterQuery, filterPeriodOf, responsesHref, segmentsIn } from './responseFilterSearch.ts'

const today = '2026-03-17'

test('the last 30 days begin 29 days ago and have no end, so that what comes in belongs to them', () => {
  expect(filterPeriodOf({ time: '30', from: '2020-01-01', to: '2020-02-01' }, today)).toEqual({ from: '2026-02-16', to: '' })
})

test('chosen days are taken as they are', () => {
  expect(filterPeriodOf({ time: 'days', from: '2026-01-01', to: '2026-01-31' }, today)).toEqual({
    from: '2026-01-01',
    to: '2026-01-31',
  })
})

test('segments are found among the filters of an address, and empty ones are none', () => {
  expect(segmentsIn({ unit: 'kelby', 'segment.tier': 'gold', 'segment.size': '' })).toEqual({ tier: 'gold' })
})

test('what is not narrowed is not asked for', () => {
  expect(responseFilterQuery({ ...responseFilterDefaults, unit: 'kelby' }, { tier: 'gold' }, today)).toEqual({
    unit: 'kelby',
    'segment.tier': 'gold',
  })
})

test('a number leads to its own responses, whatever stands in the segment', () => {
  const href = responsesHref('s1', { 'segment.place': 'A & B' }, { question: 'stars', atMost: 2 })
  expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual({
    survey: 's1',
    'segment.place': 'A & B',
    question: 'stars',
    atMost: '2',
  })
})

test('the language of answers never becomes the language of the console', () => {
  const query = responseFilterQuery({ ...responseFilterDefaults, language: 'de' }, {}, today)
  expect(query).toEqual({ locale: 'de' })
  expect(responsesHref('s1', query)).toBe('/responses?survey=s1&language=de')
})
