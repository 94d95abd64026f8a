import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asWritten, cell, harmless, separatorOf } from './csv.ts'

describe('a cell of an export', () => {
  test.each([
    ['=HYPERLINK("http://evil.example")', `'=HYPERLINK("http://evil.example")`],
    ['+49 30 123', `'+49 30 123`],
    ['@omar', `'@omar`],
    ['\tcmd', `'\tcmd`],
    ['Fine, thanks', 'Fine, thanks'],
    [`'=1`, `''=1`],
  ])('%j becomes %j, which no spreadsheet runs', (text, safe) => {
    expect(cell(text)).toBe(safe)
  })

  test('a number stays a number, also a negative one', () => {
    expect(cell(-4.6)).toBe(-4.6)
  })

  test('whatever was exported comes back as it was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => asWritten(harmless(text)) === text))
  })

  test('nothing that was exported starts a formula', () => {
    fc.assert(fc.property(fc.string(), text => !/^[=+\-@\t\r]/.test(harmless(text))))
  })
})

test.each([
  ['a,b,c\n1;2,3', ','],
  ['a;b;c\n1,2,3', ';'],
  ['a\tb\n', '\t'],
  ['"x;y;z",b\n', ','],
  ['only', ','],
])('the separator of %j is %j', (head, separator) => {
  expect(separatorOf(head)).toBe(separator)
})
