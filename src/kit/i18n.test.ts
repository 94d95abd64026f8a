import { expect, test } from 'vitest'
import { localeFor, t } from './i18n.ts'
import { translator } from './translator.ts'

test('a message is its own English', () => {
  expect(t('Resolve {name}', { name: 'Dana' })).toBe('Resolve Dana')
  expect(t('{n, plural, one {# alert} other {# alerts}}', { n: 1842 })).toBe('1,842 alerts')
})

test('what nobody has translated is said in English', () => {
  expect(translator('de')('No catalogue holds this, {name}', { name: 'Omar' })).toBe('No catalogue holds this, Omar')
})

test('the pseudo-locale accents every word and no value', () => {
  expect(translator('pseudo')('Call <0>{name}</0> {n, plural, one {once} other {# times}}', { name: 'Dana', n: 2 })).toBe(
    '⟦Çåļļ <0>Dana</0> 2 ťîɱéš⟧',
  )
  expect(translator('pseudo-rtl').dir).toBe('rtl')
})

test('the nearest language we speak answers', () => {
  expect(localeFor('de-AT')).toBe('de')
  expect(localeFor('fr')).toBe('en')
  expect(translator('ar-EG').dir).toBe('rtl')
})
