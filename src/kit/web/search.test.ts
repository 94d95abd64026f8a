import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search.ts'
import { piecesOf } from './ui/highlightPieces.ts'

test('everything in an address is text, and comes back as it went', () => {
  const search = { unit: '7', from: '2026-01-01', q: 'water & bread' }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
  expect(stringifySearch({ unit: undefined })).toBe('')
})

test('a customer’s words are cut at their marks, and no letter is lost', () => {
  const text = 'off without any warning, again'
  const pieces = piecesOf(text, [
    { start: 4, end: 23 },
    { start: 8, end: 12 },
  ])
  expect(pieces.map(p => p.text)).toEqual(['off ', 'without any warning', ', again'])
  expect(pieces.filter(p => p.mark)).toHaveLength(1)
})
