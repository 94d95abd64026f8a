import { closeSync, copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const enough = 10 * 1024 * 1024

/** PostgreSQL writes to a file, so that it can go on writing when the product is killed. */
export function openServerLog(home: string) {
  rotateServerLog(home)
  const file = join(home, 'log')
  const fd = openSync(file, 'a', 0o600)
  const before = statSync(file).size
  return { fd, close: () => closeSync(fd), written: () => readFileSync(file).subarray(before).toString() }
}

/** Keeps one older log. Copied and cut, because PostgreSQL holds the file open. */
export function rotateServerLog(home: string) {
  const file = join(home, 'log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < enough) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}
