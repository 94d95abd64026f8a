import { expect, test } from 'vitest'
import { foldNotifications, manyWords } from './foldNotifications.ts'

const item = (kind: string, n: number) => ({ kind, href: `/alerts/${n}`, n })

test('a few are told one by one', () => {
  expect(foldNotifications([1, 2, 3].map(n => item('alert', n))).map(one => one.kind)).toEqual(['one', 'one', 'one'])
})

test('twelve alerts are one line, and what came between stays', () => {
  const items = [item('mention', 99), ...Array.from({ length: 12 }, (_, n) => item('alert', n)), item('work', 98)]
  const folded = foldNotifications(items)
  expect(folded.map(one => (one.kind === 'one' ? one.item.kind : manyWords(one.of, one.n)))).toEqual([
    'mention',
    '12 alerts are yours',
    'work',
  ])
})

test('an alert and its reminders are one alert', () => {
  const [only] = foldNotifications([1, 1, 1, 1, 2].map(n => item('alert', n)))
  expect(only).toMatchObject({ kind: 'many', n: 2 })
})

test('a kind that nobody knows is something else', () => {
  expect(foldNotifications([1, 2, 3, 4].map(n => item('tickets', n)))).toMatchObject([{ kind: 'many', of: 'other' }])
})
