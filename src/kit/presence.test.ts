import { expect, it } from 'vitest'
import { hears, here } from './presence.ts'

const mira = { user: 'm', name: 'Mira', leaving: false }

it('sees who comes, and no more who leaves or falls silent', () => {
  const one = hears({}, mira, 0)
  expect(Object.keys(one)).toEqual(['m'])
  expect(hears(one, { ...mira, leaving: true }, 1)).toEqual({})
  expect(Object.keys(here(one, 39_000))).toEqual(['m'])
  expect(here(one, 41_000)).toEqual({})
})
