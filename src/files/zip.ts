/** Bytes of a file, wherever they lie; fewer than asked for at its end. */
export interface Bytes {
  size: number
  read(at: number, length: number): Promise<Uint8Array>
}

export interface ZipEntry {
  name: string
  /** Bytes that it says it unpacks to. */
  unpacked: number
}

// Signatures, little-endian, of the end of the directory and of one entry in it.
const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
/** A document has some dozens of parts. */
const LARGEST_DIRECTORY = 512 * 1024

/** What a zip says is in it, without unpacking anything; undefined where its directory cannot be read. */
export async function zipEntries(bytes: Bytes): Promise<ZipEntry[] | undefined> {
  const from = Math.max(0, bytes.size - END_LENGTH - LONGEST_COMMENT)
  const tail = await bytes.read(from, bytes.size - from)
  const end = endOf(tail)
  if (!end || end.length > LARGEST_DIRECTORY || end.at + end.length > bytes.size) return undefined
  return entriesIn(await bytes.read(end.at, end.length))
}

function endOf(tail: Uint8Array): { at: number; length: number } | undefined {
  const view = viewOf(tail)
  for (let at = tail.length - END_LENGTH; at >= 0; at--)
    if (view.getUint32(at, true) === END) return { length: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true) }
  return undefined
}

function entriesIn(directory: Uint8Array): ZipEntry[] | undefined {
  const view = viewOf(directory)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (view.getUint32(at, true) !== ENTRY) return undefined
    const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [number, number, number]
    const start = at + 46
    if (start + name > directory.length) return undefined
    entries.push({
      name: new TextDecoder().decode(directory.subarray(start, start + name)),
      unpacked: view.getUint32(at + 24, true),
    })
    at = start + name + extra + comment
  }
  return entries
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
