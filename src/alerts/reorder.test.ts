import { expect, it } from 'vitest'
import { placeNextTo, moveByOne } from './reorder.ts'

it.each([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
] as const)('moves %s by %i', (id, step, after) => expect(moveByOne(['a', 'b', 'c'], id, step).join('')).toBe(after))

it.each([
  ['a', 'c', 'after', 'bca'],
  ['c', 'a', 'before', 'cab'],
  ['a', 'c', 'before', 'bac'],
  ['b', 'b', 'after', 'abc'],
] as const)('puts %s beside %s (%s)', (id, other, place, after) =>
  expect(placeNextTo(['a', 'b', 'c'], id, other, place).join('')).toBe(after),
)
