import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A Unix socket's path may have 107 bytes on Linux and 103 on macOS, the file's own name included.
const LONGEST = 103

export const fitsSocket = (folder: string, file: string) => Buffer.byteLength(join(folder, file)) <= LONGEST

/** The folder wished for, or a new private one with a short name where that one's path is too long for a socket. */
export function socketFolder(wish: string, file: string, prefix: string): string {
  if (fitsSocket(wish, file)) return wish
  // mkdtemp adds six letters.
  const short = fitsSocket(join(tmpdir(), `${prefix}xxxxxx`), file) ? tmpdir() : '/tmp'
  return mkdtempSync(join(short, prefix))
}
