import { endingOf, type KindName } from './fileKind.ts'
import { isActive, isMail, isPlainText, textOf } from './plainText.ts'
import { type Bytes, type ZipEntry, zipEntries } from './zip.ts'

/** What a file is, or why it is not taken. */
export type Detected = { kind: KindName } | { refused: 'unknown' | 'active' | 'macros' | 'bomb' }

const HEAD = 4096

/** What a file is by its content; its name only tells apart what has no mark of its own (text, sound without pictures). */
export async function detect(bytes: Bytes, name: string): Promise<Detected> {
  const head = await bytes.read(0, HEAD)
  const marked = byMark(head, endingOf(name))
  if (marked) return { kind: marked }
  if (starts(head, 'PK\x03\x04')) return document(head, await zipEntries(bytes))
  return (await isPlainText(bytes, head)) ? text(textOf(head), endingOf(name)) : { refused: 'unknown' }
}

const latin = (head: Uint8Array, at: number, length: number): string => String.fromCharCode(...head.subarray(at, at + length))
const starts = (head: Uint8Array, mark: string, at = 0): boolean => latin(head, at, mark.length) === mark

function byMark(head: Uint8Array, ending: string): KindName | undefined {
  if (starts(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (starts(head, '\xff\xd8\xff')) return 'jpeg'
  if (starts(head, 'GIF87a') || starts(head, 'GIF89a')) return 'gif'
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return 'webp'
  if (starts(head, 'RIFF') && starts(head, 'WAVE', 8)) return 'wav'
  if (starts(head, '%PDF-')) return 'pdf'
  if (starts(head, 'OggS\0')) return 'ogg'
  if (/^ID3[\x02-\x04]/.test(latin(head, 0, 4)) || isFrames(head)) return 'mp3'
  return starts(head, 'ftyp', 4) ? byBrand(latin(head, 8, 4), ending) : undefined
}

/** HEIF and MPEG-4 share their container and say who wrote it. A film is not taken; a recorder's sound often says no more than “MPEG-4”. */
function byBrand(brand: string, ending: string): KindName | undefined {
  if (/^(heic|heix|heim|heis|hevc|mif1|msf1)$/.test(brand)) return 'heic'
  if (/^(M4A|M4B) $/.test(brand)) return 'm4a'
  return ending === 'm4a' && /^(mp4[12]|isom|iso\d|dash|3gp\d)$/.test(brand) ? 'm4a' : undefined
}

const rates = [44_100, 48_000, 32_000]
const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

/** MP3 without a label: two frames of layer III, the second where the first one ends. */
function isFrames(head: Uint8Array): boolean {
  const first = frameLength(head, 0)
  return first !== undefined && frameLength(head, first) !== undefined
}

function frameLength(head: Uint8Array, at: number): number | undefined {
  const [a, b, c] = head.subarray(at, at + 3)
  if (a !== 0xff || b === undefined || c === undefined || (b & 0xe6) !== 0xe2) return undefined
  // 3: MPEG-1; 2: MPEG-2; 0: MPEG-2.5; half and a quarter of its rates.
  const version = (b >> 3) & 3
  const rate = rates[(c >> 2) & 3]
  const kilobits = bitrates[version === 3 ? 1 : 2][c >> 4]
  if (version === 1 || !rate || !kilobits) return undefined
  const slower = version === 3 ? 1 : version === 2 ? 2 : 4
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kilobits) / (rate / slower)) + ((c >> 1) & 1)
}

/** More than this, or so much more than it takes packed, is made to fill somebody's memory. */
const LARGEST_UNPACKED = 500_000_000
const MOST_PARTS = 5_000

function document(head: Uint8Array, entries: ZipEntry[] | undefined): Detected {
  const kind = entries && documentKind(head, new Set(entries.map(({ name }) => name)))
  if (!kind) return { refused: 'unknown' }
  if (entries.length > MOST_PARTS || entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > LARGEST_UNPACKED)
    return { refused: 'bomb' }
  return entries.some(({ name }) => acts.test(name)) ? { refused: 'macros' } : { kind }
}

const acts = /vbaProject\.bin$|(^|\/)(Basic|Scripts|activeX)\/|\.(exe|dll|js|vbs|ps1|bat)$/i

function documentKind(head: Uint8Array, names: ReadonlySet<string>): KindName | undefined {
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx'
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'xlsx'
  // OpenDocument says what it is in its first part, which is never packed.
  const said = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)PK/.exec(latin(head, 30, 60))?.[1]
  if (!said || !names.has('content.xml')) return undefined
  return said === 'text' ? 'odt' : 'ods'
}

function text(head: string, ending: string): Detected {
  if (ending === 'eml') return isMail(head) ? { kind: 'eml' } : { refused: 'unknown' }
  if (isActive(head.replace(/^\ufeff/, ''))) return { refused: 'active' }
  if (ending === 'csv') return { kind: 'csv' }
  // What a system would run by its name alone is no text to us.
  return ['txt', 'log', ''].includes(ending) ? { kind: 'txt' } : { refused: 'unknown' }
}
