import { endingOf, fileKinds, type KindName } from './fileKind.ts'

/** Bytes; a file system takes 255, and people add to a name. */
const LONGEST = 180

// What is not seen and turns a name around or hides in it: controls, marks of direction, blanks without width, tags.
// The joiners U+200C and U+200D stay: Persian, Hindi and emoji are written with them.
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

// Windows opens a device instead of a file of this name, whatever its ending.
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * The name under which a file is kept and handed out: what a person reads, and nothing that a path, a header or a terminal would take for
 * something else. It ends as its kind does: `photo.exe` that is a PNG becomes `photo.exe.png`.
 */
export function cleanName(given: string, kind: KindName): string {
  const { endings } = fileKinds[kind]
  const plain = plainName(given)
  const ending = endingOf(plain)
  const fits = (endings as readonly string[]).includes(ending)
  // One of ours on another kind was only mistaken; any other stays visible.
  const mistaken = !fits && isOurs(ending)
  const stem = fits || mistaken ? plain.slice(0, -ending.length - 1) : plain
  const kept = cut(stem.replace(/[. ]+$/, ''), LONGEST).replace(/[. ]+$/, '')
  return `${kept || 'file'}.${fits ? ending : endings[0]}`
}

function plainName(given: string): string {
  const last = given.toWellFormed().normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1)!
  return last
    .replace(/[<>:"|?*\ufffd]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(device, '_$1')
}

const isOurs = (ending: string): boolean =>
  Object.values(fileKinds).some(kind => (kind.endings as readonly string[]).includes(ending))

/** By whole letters: half of an emoji is none. */
function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  let kept = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    length += bytesOf(segment)
    if (length > most) break
    kept += segment
  }
  return kept
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
