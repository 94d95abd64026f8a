import { expect, test } from 'vitest'
import { fill, unknownVariables } from './variables.ts'

const dana = { name: 'Dana Whitlock', first_name: 'Dana', unit: 'Kelby', 'segment.tier': ' gold ', nothing: null }

test.each([
  ['Hello {{first_name}}, how was {{unit}}?', 'Hello Dana, how was Kelby?'],
  ['Hello {{ first_name | there }},', 'Hello Dana,'],
  ['Hello {{nickname|there}},', 'Hello there,'],
  ['Hello {{nickname}}, welcome', 'Hello, welcome'],
  ['Hello {{nothing}} again', 'Hello again'],
  ['{{nickname}} Welcome', 'Welcome'],
  ['Tier {{segment.tier}}', 'Tier gold'],
  ['مرحبًا {{nickname}}، كيف', 'مرحبًا، كيف'],
  ['{{constructor}}{{__proto__}}x', 'x'],
  ['{not} {{ a b }} a variable', '{not} {{ a b }} a variable'],
  ['one\n{{nickname}}\ntwo', 'one\n\ntwo'],
])('%j becomes %j', (text, filled) => {
  expect(fill(text, dana)).toBe(filled)
})

test('a value is not read as a variable again', () => {
  expect(fill('{{name}}', { name: '{{unit}}', unit: 'Kelby' })).toBe('{{unit}}')
})

test('names what nobody can fill', () => {
  expect(unknownVariables('{{name}} {{nmae}} {{nmae|x}}', name => name in dana)).toEqual(['nmae'])
})
