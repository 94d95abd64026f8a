import { expect, it } from 'vitest'
import { mentionAt, mentionedIn, withMention } from './mention.ts'

const mira = { id: 'm', name: 'Mira Lindqvist' }

it.each([
  ['Please, @mi', 'mi'],
  ['@', ''],
  ['(@Mira Lin', 'Mira Lin'],
  ['write to dana@bakery', null],
  ['no name here', null],
  ['@ nobody', null],
])('in “%s” the name that is being written is %s', (text, typed) => {
  expect(mentionAt(text, text.length)).toBe(typed)
})

it('puts the name in its place and goes on behind it', () => {
  expect(withMention('Ask @mi please', 7, mira.name)).toEqual({ text: 'Ask @Mira Lindqvist please', caret: 20 })
})

it('tells only those who still stand in the text', () => {
  expect(mentionedIn('@Mira Lindqvist, look', [mira, mira, { id: 'o', name: 'Omar' }])).toEqual(['m'])
})
