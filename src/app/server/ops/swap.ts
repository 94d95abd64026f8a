import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../../kit/server/log.ts'

// Exchanges parts of the data folder for those of a backup. A journal makes it whole or undone, also when the machine stops
// half-way: `journal.json` there: undo; renamed to `done.json`: finish.

export const staging = (dataDir: string) => join(dataDir, 'restore')
export const incoming = (dataDir: string) => join(staging(dataDir), 'new')
/** The data that a restore replaced: kept until the next one. */
export const replaced = (dataDir: string) => join(dataDir, 'before-restore')

const journalFile = (dataDir: string) => join(staging(dataDir), 'journal.json')
const doneFile = (dataDir: string) => join(staging(dataDir), 'done.json')
const outgoing = (dataDir: string, part = '') => join(staging(dataDir), 'old', part)

interface SwappedPart {
  name: string
  existed: boolean
}

/** The old parts go aside, the new ones take their place. */
export function swap(dataDir: string, names: readonly string[], rename: (from: string, to: string) => void = renameSync): void {
  const parts: SwappedPart[] = names.map(name => ({ name, existed: existsSync(join(dataDir, name)) }))
  mkdirSync(outgoing(dataDir), { recursive: true, mode: 0o700 })
  writeFileSync(journalFile(dataDir), JSON.stringify(parts), { flush: true })
  for (const { name, existed } of parts) {
    if (existed) rename(join(dataDir, name), outgoing(dataDir, name))
    if (existsSync(join(incoming(dataDir), name))) rename(join(incoming(dataDir), name), join(dataDir, name))
  }
}

/** Everything as before, from wherever the exchange had come to. */
export function undoSwap(dataDir: string): void {
  const journal = journalFile(dataDir)
  const parts: SwappedPart[] = existsSync(journal) ? JSON.parse(readFileSync(journal, 'utf8')) : []
  for (const part of parts) undoPart(dataDir, part)
  rmSync(staging(dataDir), { recursive: true, force: true })
}

function undoPart(dataDir: string, { name, existed }: SwappedPart) {
  const current = join(dataDir, name)
  const movedAside = existsSync(outgoing(dataDir, name))
  const broughtIn = !existsSync(join(incoming(dataDir), name))
  if (movedAside || (!existed && broughtIn)) rmSync(current, { recursive: true, force: true })
  if (movedAside) renameSync(outgoing(dataDir, name), current)
}

/** From here on the restored data counts. Returns where the former data is kept. */
export function finishSwap(dataDir: string): string {
  renameSync(journalFile(dataDir), doneFile(dataDir))
  return keepReplaced(dataDir)
}

function keepReplaced(dataDir: string) {
  const kept = replaced(dataDir)
  if (existsSync(outgoing(dataDir))) {
    rmSync(kept, { recursive: true, force: true })
    renameSync(outgoing(dataDir), kept)
  }
  rmSync(staging(dataDir), { recursive: true, force: true })
  return kept
}

/** At start: a restore that was interrupted is undone, or finished when it had come that far. */
export function settleHalfRestore(dataDir: string, log: Log): void {
  if (!existsSync(staging(dataDir))) return
  if (existsSync(doneFile(dataDir))) {
    keepReplaced(dataDir)
    return
  }
  if (existsSync(journalFile(dataDir))) log.warn('A restore was interrupted; the data from before it is back in place')
  undoSwap(dataDir)
}
