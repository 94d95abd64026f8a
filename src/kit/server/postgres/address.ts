import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socketFolder } from '../socket-folder.ts'
import type { OsIdentity } from './identity.ts'
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
export async function openAddress(home: string, as: OsIdentity, before?: Connection): Promise<Connection> {
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

// PostgreSQL takes a list of folders: a comma would separate two of them.
const chooseSocketFolder = (home: string) => {
  const own = join(home, 'socket')
  return /[,"]/.test(own) ? mkdtempSync(join(tmpdir(), temporaryPrefix)) : socketFolder(own, '.s.PGSQL.5432', temporaryPrefix)
}

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
