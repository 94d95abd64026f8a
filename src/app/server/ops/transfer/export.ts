import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { record } from '../../../../activity/server/record.ts'
import type { Database } from '../../../../kit/server/db.ts'
import { filesOf } from './exportFiles.ts'
import { isPacked } from './exportTarget.ts'
import { commandLineCaller } from './commandLineCaller.ts'
import type { SelectedOrg } from './selectOrg.ts'

export interface ExportReport {
  target: string
  organisation: string
  files: number
  bytes: number
}

/** Writes all that an organisation has: beside, and renamed when it is whole. */
export async function exportOrganisation(database: Database, org: SelectedOrg, wanted: string): Promise<ExportReport> {
  const target = resolve(wanted)
  const folder = `${target}.part`
  await mkdir(dirname(target), { recursive: true })
  await rm(folder, { recursive: true, force: true })
  try {
    await database.inOrg(org.id, commandLineCaller, tx => record(tx, 'org.exported', { type: 'org', id: org.id }))
    const written = await writeFolder(database, org, folder)
    if (isPacked(target)) await packFolder(folder, target)
    else await rename(folder, target)
    return { target, organisation: org.name, ...written }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeFolder(database: Database, org: SelectedOrg, folder: string): Promise<{ files: number; bytes: number }> {
  const sum = { files: 0, bytes: 0 }
  for await (const { name, content } of filesOf(database, org)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const lines = typeof content === 'string' ? [content] : content
    await pipeline(Readable.from(lines), createWriteStream(path, { mode: 0o600 }))
    sum.files += 1
    sum.bytes += (await stat(path)).size
  }
  return sum
}

async function packFolder(folder: string, target: string): Promise<void> {
  const tar = pack()
  const draft = `${target}.draft`
  const written = pipeline(tar, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }))
  written.catch(error => tar.destroy(error as Error))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const { size } = await stat(path)
    const into = tar.entry({ name: relative(folder, path), size, mode: 0o600 })
    createReadStream(path).pipe(into)
    await finished(into)
  }
  tar.finalize()
  await written
  await rename(draft, target)
}
