import sharp from 'sharp'

// Small files of every kind, made here: none is copied from anywhere.

export const text = (words: string): Buffer => Buffer.from(words)

export const png = (width = 64, height = 48): Promise<Buffer> => picture(width, height).png().toBuffer()
export const jpeg = (width = 64, height = 48): Promise<Buffer> => picture(width, height).jpeg().toBuffer()
export const webp = (): Promise<Buffer> => picture(64, 48).webp().toBuffer()
export const gif = (): Promise<Buffer> => picture(64, 48).gif().toBuffer()

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 110, b: 125 } } })

export const pdf = (): Buffer =>
  text(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`)

export const eml = (): Buffer =>
  text('From: Dana <dana@bakery.example>\r\nTo: help@northwind.example\r\nSubject: No water\r\n\r\nStill <b>nothing</b>.\r\n')

/** A second of silence. */
export function wav(seconds = 1): Buffer {
  const data = 8_000 * seconds
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(8_000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(data, 40)
  return Buffer.concat([head, Buffer.alloc(data, 128)])
}

/** Two frames of MPEG-1 layer III at 128 kbit/s and 44.1 kHz, 417 bytes each. */
export const mp3 = (): Buffer => {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat([frame, frame])
}

export const ogg = (): Buffer => Buffer.concat([text('OggS\0'), Buffer.alloc(60)])

/** The head of what is kept in an ISO container: a brand says what it is. */
export const container = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 20]), text(`ftyp${brand}`), Buffer.alloc(40)])

export interface Part {
  name: string
  content?: string
  /** What the directory claims it unpacks to. */
  claims?: number
}

/** A zip whose parts are stored as they are. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content = '', claims = content.length } of parts) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt32LE(claims, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(local, text(name + content))
    directory.push(entry, text(name))
    at += local.length + name.length + content.length
  }
  const end = Buffer.alloc(22)
  const length = directory.reduce((sum, piece) => sum + piece.length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

const word = [{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]
export const docx = (more: readonly Part[] = []): Buffer => zip([...word, ...more])
export const xlsx = (): Buffer => zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }])
export const odt = (what = 'text'): Buffer => zip(openDocument(what))
export const odtWith = (part: string): Buffer => zip([...openDocument('text'), { name: part }])
const openDocument = (what: string): Part[] => [
  { name: 'mimetype', content: `application/vnd.oasis.opendocument.${what}` },
  { name: 'content.xml' },
]
