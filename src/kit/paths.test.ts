import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathTo } from './paths.ts'

test.each([
  [pathTo('/alerts'), '/alerts'],
  [pathTo('/alerts', { tab: 'all', rule: undefined, cause: '' }), '/alerts?tab=all'],
  [pathTo('/alerts/$id', { id: '7' }), '/alerts/7'],
  [pathTo('/alerts/$id', { id: '7', '#': 'contact' }), '/alerts/7#contact'],
  [pathTo('/surveys/$id/help/$help', { id: 's', help: 'h', tab: 'all' }), '/surveys/s/help/h?tab=all'],
  [
    pathTo('/surveys/$id/translate', { id: 's', to: 'pt-BR', 'segment.tier': 'a&b' }),
    '/surveys/s/translate?to=pt-BR&segment.tier=a%26b',
  ],
])('%s', (path, expected) => expect(path).toBe(expected))

test('whatever an id or a filter holds comes back out of the address', () => {
  const word = fc.string({ minLength: 1 }).filter(text => text.isWellFormed())
  fc.assert(
    fc.property(word, word, (id, tab) => {
      const url = new URL(pathTo('/alerts/$id', { id: `x${id}`, tab }), 'http://fullcircle.example')
      expect(decodeURIComponent(url.pathname)).toBe(`/alerts/x${id}`)
      expect(url.searchParams.get('tab')).toBe(tab)
    }),
  )
})
