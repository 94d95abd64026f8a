import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { OperatorError } from './operator-error.ts'

// One file, a compressed tar: about.json first, then the contents, then checksums.json, without which it was cut short.

const ABOUT = 'about.json'
const CHECKSUMS = 'checksums.json'

type Sink = ReturnType<ReturnType<typeof pack>['entry']>

export interface ArchiveWriter {
  /** Adds a file that may grow, shrink or vanish meanwhile: exactly the size it had when opened. */
  file(source: string, name: string): Promise<void>
  folder(name: string): Promise<void>
  text(name: string, text: string): Promise<void>
}

/** Writes beside and renames at the end: under its name there is a whole archive or none. */
export async function writeArchive(
  target: string,
  about: object,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const draft = `${target}.part`
  const tar = pack()
  const written = pipeline(tar, createZstdCompress(), createWriteStream(draft, { mode: 0o600, flush: true }))
  // Handled where it is awaited; a full disk must not count as unhandled before.
  written.catch(error => tar.destroy(error))
  try {
    const writer = new TarWriter(tar)
    await writer.text(ABOUT, JSON.stringify(about, null, 2))
    await fill(writer)
    await writer.text(CHECKSUMS, JSON.stringify(writer.checksums))
    tar.finalize()
    await written
    await rename(draft, target)
  } catch (error) {
    tar.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

class TarWriter implements ArchiveWriter {
  readonly checksums: Record<string, string> = {}
  readonly #tar: ReturnType<typeof pack>
  constructor(tar: ReturnType<typeof pack>) {
    this.#tar = tar
  }

  async folder(name: string) {
    await this.#entry({ name, type: 'directory', mode: 0o700 }, async () => {})
  }

  async text(name: string, text: string) {
    const bytes = Buffer.from(text)
    this.checksums[name] = sha256(bytes)
    await this.#entry({ name, size: bytes.length, mode: 0o600 }, entry => write(entry, bytes))
  }

  async file(source: string, name: string) {
    const file = await open(source).catch(unlessGone)
    if (!file) return
    try {
      await this.#opened(file, name)
    } finally {
      await file.close()
    }
  }

  async #opened(file: FileHandle, name: string) {
    const { size } = await file.stat()
    const hash = createHash('sha256')
    await this.#entry({ name, size, mode: 0o600 }, async entry => {
      for await (const chunk of exactly(file, size)) {
        hash.update(chunk)
        await write(entry, chunk)
      }
    })
    this.checksums[name] = hash.digest('hex')
  }

  async #entry(header: { name: string; size?: number; mode: number; type?: 'directory' }, fill: (entry: Sink) => Promise<void>) {
    const done = Promise.withResolvers<void>()
    const entry = this.#tar.entry(header, error => (error ? done.reject(error) : done.resolve()))
    await fill(entry)
    if (header.type !== 'directory') entry.end(undefined)
    await done.promise
  }
}

async function write(entry: Sink, chunk: Buffer) {
  if (entry.destroyed) throw new Error('The archive cannot be written')
  if (entry.write(chunk)) return
  const { promise, resolve } = Promise.withResolvers<void>()
  entry.once('drain', resolve).once('close', resolve)
  await promise
  entry.off('drain', resolve).off('close', resolve)
}

const unlessGone = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw error
}

/** The first `size` bytes; zeros where the file has become shorter. */
async function* exactly(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const chunk = Buffer.alloc(Math.min(256 * 1024, size - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    const part = bytesRead ? chunk.subarray(0, bytesRead) : chunk
    at += part.length
    yield part
  }
}

/** The head of an archive, without reading the rest. */
export async function readAbout(source: string): Promise<Record<string, unknown>> {
  const tar = extract()
  void pipeline(createReadStream(source), createZstdDecompress(), tar).catch(() => {})
  try {
    for await (const entry of tar)
      return entry.header.name === ABOUT
        ? JSON.parse((await bytesOf(entry as AsyncIterable<Buffer>)).toString())
        : notOurs(source)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw new OperatorError(`There is no file ${source}.`)
    throw cause instanceof OperatorError ? cause : notOurs(source, cause)
  } finally {
    tar.destroy()
  }
  return notOurs(source)
}

/** Unpacks into an empty folder and compares every file with its checksum. */
export async function unpackArchive(source: string, into: string): Promise<void> {
  const seen: Record<string, string> = {}
  let expected: Record<string, string> | undefined
  const tar = extract()
  const read = pipeline(createReadStream(source), createZstdDecompress(), tar)
  read.catch(() => {})
  try {
    for await (const entry of tar) {
      const { name, type } = entry.header
      refuseOutside(name)
      if (type === 'directory') await mkdir(join(into, name), { recursive: true, mode: 0o700 })
      else if (name === CHECKSUMS) expected = JSON.parse((await bytesOf(entry as AsyncIterable<Buffer>)).toString())
      else seen[name] = await unpackFile(entry as AsyncIterable<Buffer>, join(into, name))
      entry.resume()
    }
    await read
  } catch (cause) {
    throw cause instanceof OperatorError
      ? cause
      : new OperatorError(`${source} cannot be unpacked: ${(cause as Error).message}`, { cause })
  }
  compare(source, seen, expected)
  await syncAll(Object.keys(seen).map(name => join(into, name)))
}

async function unpackFile(entry: AsyncIterable<Buffer>, path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of entry) {
      hash.update(chunk)
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

/** Down to the disk, many at once: one by one it would take longer than the unpacking. */
async function syncAll(paths: string[]) {
  const next = paths.values()
  const sync = async () => {
    for (const path of next) {
      const file = await open(path, 'r+')
      await file.datasync().finally(() => file.close())
    }
  }
  await Promise.all(Array.from({ length: 4 }, sync))
}

function compare(source: string, seen: Record<string, string>, expected: Record<string, string> | undefined) {
  if (!expected) throw new OperatorError(`${source} is cut short: it lacks its checksums. Take another backup.`)
  for (const [name, sum] of Object.entries(expected))
    if (seen[name] !== sum)
      throw new OperatorError(`${source} is damaged: ${name} is not what was backed up. Take another backup.`)
}

function refuseOutside(name: string) {
  if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
    throw new OperatorError(`The archive names a path outside itself: ${name}`)
}

async function bytesOf(entry: AsyncIterable<Buffer>) {
  const chunks: Buffer[] = []
  for await (const chunk of entry) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function notOurs(source: string, cause?: unknown): never {
  throw new OperatorError(`${source} is not a backup of Fullcircle.`, { cause })
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
