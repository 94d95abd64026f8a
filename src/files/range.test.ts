import { expect, it } from 'vitest'
import { rangeOf } from './range.ts'

it.each([
  ['bytes=0-499', { start: 0, end: 500 }],
  ['bytes=500-', { start: 500, end: 1000 }],
  ['bytes=-200', { start: 800, end: 1000 }],
  ['bytes=-5000', { start: 0, end: 1000 }],
  ['bytes=990-5000', { start: 990, end: 1000 }],
  ['bytes=999-999', { start: 999, end: 1000 }],
  // Where there is nothing to send of it, all is sent.
  ['bytes=1000-', undefined],
  ['bytes=-0', undefined],
  ['bytes=5-2', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,4-5', undefined],
  ['items=0-1', undefined],
  ['bytes=9999999999999999999999-', undefined],
  [undefined, undefined],
])('%s of 1,000 bytes', (header, range) => {
  expect(rangeOf(header, 1000)).toEqual(range)
})
