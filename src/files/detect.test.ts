import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import * as made from '../../test/samples.ts'
import { detect } from './detect.ts'
import type { Bytes } from './zip.ts'

const bytesOf = (content: Uint8Array): Bytes => ({
  size: content.length,
  read: async (at, length) => content.subarray(at, at + length),
})
const kindOf = (content: Uint8Array, name = 'evidence') => detect(bytesOf(content), name)

describe('a file is what its content says', () => {
  it.each([
    ['png', made.png(), 'holiday.exe'],
    ['jpeg', made.jpeg(), 'photo.png'],
    ['webp', made.webp(), ''],
    ['gif', made.gif(), 'a.pdf'],
    ['heic', made.container('heic'), 'IMG_0001.HEIC'],
    ['heic', made.container('mif1'), 'photo.jpg'],
    ['pdf', made.pdf(), 'contract'],
    ['txt', made.text('What she said: the water was off.'), 'note.txt'],
    ['txt', made.text('Straße, naïve, Ärger'), 'note'],
    ['txt', Buffer.from('\ufeffWater', 'utf16le'), 'windows.txt'],
    ['txt', Buffer.from([0xc4, 0x72, 0x67, 0x65, 0x72]), 'old-windows.txt'],
    ['csv', made.text('meter;read\n4391;12'), 'Meter.CSV'],
    ['eml', made.eml(), 'mail.eml'],
    ['docx', made.docx(), 'letter.zip'],
    ['xlsx', made.xlsx(), 'meters.xlsx'],
    ['odt', made.odt(), 'letter.odt'],
    ['ods', made.odt('spreadsheet'), 'meters.ods'],
    ['mp3', made.mp3(), 'call.mp3'],
    ['mp3', Buffer.concat([made.text('ID3\x03'), Buffer.alloc(20)]), 'call'],
    ['m4a', made.container('M4A '), 'voice memo'],
    ['m4a', made.container('isom'), 'recorder.m4a'],
    ['wav', made.wav(), 'call.wav'],
    ['ogg', made.ogg(), 'call.ogg'],
  ])('%s', async (kind, content, name) => {
    expect(await kindOf(await content, name)).toEqual({ kind })
  })
})

describe('what can act, or is nothing we know, is refused', () => {
  const page = '<!doctype html><script>fetch("/api/v1/me")</script>'
  it.each([
    ['a page', made.text(page), 'page.html', 'active'],
    ['a page that says it is a note', made.text(page), 'note.txt', 'active'],
    ['a page after blanks and a remark', made.text(`\n\t <!-- hello -->\n${page}`), 'note.txt', 'active'],
    ['a page behind a mark of order', made.text(`\ufeff${page}`), 'note.csv', 'active'],
    ['a page in two-byte letters', Buffer.from(`\ufeff${page}`, 'utf16le'), 'note.txt', 'active'],
    ['a drawing with script', made.text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'logo.svg', 'active'],
    ['the same as a picture', made.text('<?xml version="1.0"?><svg/>'), 'logo.png', 'active'],
    ['a shell script', made.text('#!/bin/sh\nrm -rf ~'), 'note.txt', 'active'],
    ['a batch file', made.text('@echo off\r\ndel *.*'), 'run.bat', 'unknown'],
    ['a script of words only', made.text('WScript.Echo(1)'), 'run.js', 'unknown'],
    ['a program for Windows', Buffer.concat([made.text('MZ'), Buffer.alloc(200)]), 'photo.jpg', 'unknown'],
    ['a program for Linux', Buffer.concat([made.text('\x7fELF'), Buffer.alloc(200)]), 'photo.png', 'unknown'],
    ['a film', made.container('isom'), 'film.mp4', 'unknown'],
    ['any zip', made.zip([{ name: 'run.exe' }]), 'letter.docx', 'unknown'],
    ['a zip without an end', made.docx().subarray(0, 80), 'letter.docx', 'unknown'],
    ['a directory that points nowhere', made.text('PK\x03\x04' + '\0'.repeat(40)), 'letter.docx', 'unknown'],
    ['a letter with macros', made.docx([{ name: 'word/vbaProject.bin' }]), 'letter.docx', 'macros'],
    ['a letter with a program in it', made.docx([{ name: 'word/embeddings/run.exe' }]), 'letter.docx', 'macros'],
    ['a letter that unpacks to gigabytes', made.docx([{ name: 'word/a.xml', claims: 4_000_000_000 }]), 'letter.docx', 'bomb'],
    [
      'a letter of ten thousand parts',
      made.docx(Array.from({ length: 10_000 }, (_, i) => ({ name: `p${i}` }))),
      'a.docx',
      'bomb',
    ],
    ['text with a nothing in it', made.text('before\0after'), 'note.txt', 'unknown'],
    ['a page called mail', made.text(page), 'mail.eml', 'unknown'],
    ['a mail whose head is a page', made.text(`From: a\n<script>1</script>\nTo: b\n\nx`), 'mail.eml', 'unknown'],
    ['a template of letters', made.odt('text-template'), 'letter.odt', 'unknown'],
    ['a letter with a program in it, of the other kind', made.odtWith('Basic/Standard/Module1.xml'), 'letter.odt', 'macros'],
  ])('%s', async (_what, content, name, why) => {
    expect(await kindOf(content, name)).toEqual({ refused: why })
  })
})

test('text is looked at to its end, however late it turns out to be none', async () => {
  const long = Buffer.concat([Buffer.alloc(300_000, 'a'), Buffer.from([0])])
  expect(await kindOf(long, 'long.txt')).toEqual({ refused: 'unknown' })
  expect(await kindOf(long.subarray(0, -1), 'long.txt')).toEqual({ kind: 'txt' })
})

test('whatever bytes come, there is an answer', async () => {
  const marks = ['PK\x03\x04', '\xff\xfb', 'ID3\x03', 'RIFF', '%PDF-', 'OggS\0', '    ftyp', 'PK\x05\x06'].map(m =>
    Buffer.from(m, 'latin1'),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), fc.string(), async (mark, rest, name) => {
      const found = await kindOf(Buffer.concat([mark, rest, mark, rest]), name)
      expect('kind' in found || 'refused' in found).toBe(true)
    }),
    { numRuns: 500 },
  )
})
