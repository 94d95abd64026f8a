import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutApostrophe } from '../columns.ts'
import { readCsv, writeCsv } from './csv.ts'

const cells = async (text: string | Uint8Array) => (await readCsv(text)).lines.map(line => line.cells)
const lines = async (text: string) => (await readCsv(text)).lines.map(line => line.line)

describe('a file as people send it', () => {
  it('may have a BOM, CRLF and empty lines', async () => {
    expect(await readCsv('\uFEFFunit,name\r\n\r\nkelby,Kelby\r\n')).toEqual({
      header: ['unit', 'name'],
      lines: [{ line: 3, cells: ['kelby', 'Kelby'] }],
    })
  })
  it('may part its cells with semicolons or tabs', async () => {
    expect(await cells('unit;name\nkelby;"Kelby, yard"')).toEqual([['kelby', 'Kelby, yard']])
    expect(await cells('unit\tname\nkelby\tKelby')).toEqual([['kelby', 'Kelby']])
    expect(await cells('"a;b;c",name\nkelby,Kelby')).toEqual([['kelby', 'Kelby']])
  })
  it('may tell its separator to Excel', async () => {
    expect(await readCsv('sep=;\nunit;name\nkelby;Kelby')).toEqual({
      header: ['unit', 'name'],
      lines: [{ line: 3, cells: ['kelby', 'Kelby'] }],
    })
  })
  it('may come in Latin-1 or UTF-16', async () => {
    expect(await cells(Buffer.from('name\nMüller', 'latin1'))).toEqual([['Müller']])
    expect(await cells(Buffer.from('\uFEFFname\nMüller', 'utf16le'))).toEqual([['Müller']])
  })
  it('counts lines as an editor does, also after quoted newlines', async () => {
    expect(await lines('a,b\n"one\ntwo",x\n\n3,y\r\n"4\r\n5\r\n6",z\n7,w\n')).toEqual([2, 5, 6, 9])
  })
  it('is refused with words when it is empty or a quote stays open', async () => {
    await expect(readCsv('')).rejects.toThrow('empty')
    await expect(readCsv('a,b\n"open,1\n')).rejects.toThrow('never closed')
  })
})

describe('a file that we write', () => {
  it('runs nothing in a spreadsheet, and reads back the same', async () => {
    const text = writeCsv([['name'], ['=HYPERLINK("x")'], ['+44 20'], ['@a'], ['-1']])
    expect(
      text
        .split('\r\n')
        .slice(1, 5)
        .every(line => /^"?'/.test(line)),
    ).toBe(true)
    expect((await cells(text)).flat().map(withoutApostrophe)).toEqual(['=HYPERLINK("x")', '+44 20', '@a', '-1'])
  })
  it('gives back whatever was put in', async () => {
    const cell = fc.string({ unit: 'grapheme' }).filter(text => !/^'[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async rows => {
        const marked = rows.map(([a, b]) => [`k${a}`, b])
        const read = await cells(writeCsv([['a', 'b'], ...marked]))
        expect(read.map(row => row.map(withoutApostrophe))).toEqual(
          marked.map(row => row.map(text => text.replace(/\r\n?/g, '\n'))),
        )
      }),
    )
  })
})
