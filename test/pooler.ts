import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort, type Server15, userIds } from './server15.ts'

export interface Pooler {
  url: string
  stop(): Promise<void>
}

export const findPooler = (): string | undefined =>
  ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find(file => existsSync(file))

/** A pgbouncer of the machine's own before a server, on a free port; as user postgres when we are root. */
export async function startPooler(
  program: string,
  server: Server15,
  mode: 'session' | 'transaction',
  settings: readonly string[] = ['ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout'],
): Promise<Pooler> {
  const dir = mkdtempSync(join(tmpdir(), 'fullcircle-pooler-'))
  const port = await freePort()
  const file = join(dir, 'pgbouncer.ini')
  writeFileSync(join(dir, 'users'), '"postgres" ""\n')
  const lines = [
    '[databases]',
    `* = host=127.0.0.1 port=${server.port} user=postgres`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = trust',
    `auth_file = ${join(dir, 'users')}`,
    `pool_mode = ${mode}`,
    'default_pool_size = 60',
    'max_client_conn = 500',
    ...settings,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`)
  const user = process.getuid?.() === 0 ? userIds('postgres') : undefined
  if (user) chownSync(dir, user.uid, user.gid)
  const child = spawn(program, ['-q', file], { ...user, stdio: 'ignore' })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilAnswers(url)
  return {
    url,
    stop: async () => {
      await end(child)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function untilAnswers(url: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await sleep(50)
    }
  }
  throw new Error('pgbouncer did not come up in five seconds')
}

async function end(child: ChildProcess): Promise<void> {
  const gone = new Promise(done => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}
