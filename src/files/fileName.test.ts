import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { KindName } from './fileKind.ts'
import { cleanName } from './fileName.ts'

describe('a name', () => {
  it.each<[string, KindName, string]>([
    ['photo.png', 'png', 'photo.png'],
    ['Zähler im Keller.JPEG', 'jpeg', 'Zähler im Keller.jpeg'],
    ['صورة العداد.jpg', 'jpeg', 'صورة العداد.jpg'],
    ['写真.PNG', 'png', '写真.png'],
    ['report.final.pdf', 'pdf', 'report.final.pdf'],
    // Another kind than it says.
    ['photo.png', 'jpeg', 'photo.jpg'],
    ['photo.exe', 'png', 'photo.exe.png'],
    ['scan', 'pdf', 'scan.pdf'],
    // Paths, of every system.
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\omar\\call.mp3', 'mp3', 'call.mp3'],
    ['/', 'png', 'file.png'],
    ['..', 'png', 'file.png'],
    // What is not seen: “photo‮gnp.exe” reads as “photoexe.png” until the mark is gone.
    ['photo\u202egnp.exe', 'png', 'photognp.exe.png'],
    ['in\u200bvoice\ufeff\u2066.pdf', 'pdf', 'invoice.pdf'],
    ['a\r\nSet-Cookie: x=1.png', 'png', 'aSet-Cookie_ x=1.png'],
    ['a"; filename="b.html.png', 'png', 'a_; filename=_b.html.png'],
    ['a\u0000b.png', 'png', 'ab.png'],
    ['\ud800half.png', 'png', '_half.png'],
    // Devices and hidden files.
    ['CON.png', 'png', '_CON.png'],
    ['.htaccess', 'txt', 'htaccess.txt'],
    ['name. . .png', 'png', 'name.png'],
    ['', 'wav', 'file.wav'],
    ['.png', 'png', 'png.png'],
    ['👩‍👩‍👧.png', 'png', '👩‍👩‍👧.png'],
  ])('%j of a %s becomes %j', (given, kind, clean) => {
    expect(cleanName(given, kind)).toBe(clean)
  })

  it('is cut by whole letters, so that every file system takes it', () => {
    const long = cleanName(`${'👩‍👩‍👧'.repeat(40)}.png`, 'png')
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(190)
    expect(long).toMatch(/^(👩‍👩‍👧)+\.png$/u)
  })
})

test('whatever comes, a clean name is a plain name, ends as its kind does, and stays as it is when cleaned again', () => {
  const nasty = fc.constantFrom(
    '/',
    '\\',
    '..',
    '\r\n',
    '\u202e',
    '"',
    ';',
    '%0a',
    'con',
    '.',
    ' ',
    '\u0000',
    '\ud800',
    '👩‍👩‍👧',
    'é',
    'ص',
  )
  const name = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(name, fc.constantFrom<KindName>('png', 'txt', 'docx'), (given, kind) => {
      const clean = cleanName(given, kind)
      expect(clean).not.toMatch(/[\p{Cc}/\\"<>:|?*\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u)
      expect(clean).toMatch(kind === 'txt' ? /^[^.].*\.(txt|log)$/u : new RegExp(`^[^.].*\\.${kind}$`, 'u'))
      expect(clean.isWellFormed()).toBe(true)
      expect(Buffer.byteLength(clean)).toBeLessThan(200)
      expect(cleanName(clean, kind)).toBe(clean)
    }),
    { numRuns: 2000 },
  )
})
