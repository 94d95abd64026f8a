import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Identity } from './identity.ts'
import { type Postmaster, temporaryPrefix } from './postmaster.ts'

/** What `pg` needs to connect. */
export interface Connection {
  host: string
  port: number
  user: string
  database: string
  password?: string
}

const windows = process.platform === 'win32'
const who = { user: 'postgres', database: 'postgres' }

/** A private Unix socket; on Windows, where Node has none, a free local port with a password. */
export async function openAddress(home: string, as: Identity, before?: Connection): Promise<Connection> {
  if (windows) return before ?? { host: '127.0.0.1', port: await freePort(), ...who, password: password(home) }
  const host = before?.host ?? chooseSocketFolder(home)
  mkdirSync(host, { recursive: true, mode: 0o700 })
  if (as.owner) chownSync(host, as.owner.uid, as.owner.gid)
  return { host, port: 5432, ...who }
}

export function addressOf(running: Postmaster, home: string): Connection {
  if (windows) return { host: '127.0.0.1', port: running.port, ...who, password: password(home) }
  return { host: running.socketFolder, port: running.port, ...who }
}

export function addressFlags(address: Connection) {
  if (windows) return ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  return ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${address.host}`, '-c', 'unix_socket_permissions=0700']
}

export const authenticationFlags = (home: string) =>
  windows ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(home)}`] : ['--auth=trust']

// A socket's path may have 107 bytes on Linux and 103 on macOS, the name of the file (".s.PGSQL.5432") included.
// A comma would separate two folders.
export const fitsSocket = (folder: string) => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 103 && !/[,"]/.test(folder)

function chooseSocketFolder(home: string) {
  const own = join(home, 'socket')
  return fitsSocket(own) ? own : mkdtempSync(join(shortTemporary(), temporaryPrefix))
}

// 20 bytes: our prefix and what mkdtemp adds.
const shortTemporary = () => (fitsSocket(join(tmpdir(), 'x'.repeat(20))) ? tmpdir() : '/tmp')

const passwordFile = (home: string) => join(home, 'password')

function password(home: string) {
  const file = passwordFile(home)
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

function freePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
