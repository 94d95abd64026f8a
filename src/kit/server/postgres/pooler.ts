import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { OperatorError } from '../operator-error.ts'

/** What stands between a client and its server. */
export interface PoolingMode {
  /** `transaction`: a session lasts no longer than a transaction, so nothing can listen, be locked or be set for longer. */
  pooling: 'none' | 'session' | 'transaction'
  /** A statement that was prepared is still known in the next transaction. */
  keepsPrepared: boolean
  /** Limits that the product asks for at the beginning of a session and that hold. */
  keepsTimeouts: boolean
}

const TRIES = 4
/** A node that starts on a busy machine has little time to listen. */
const PATIENCE_MS = 30_000
const STRANGE_PARAMETER = /unsupported startup parameter: (\w+)/

/** Looks at a way to the database from this side of it. Changes nothing there. */
export async function examineWay(connection: pg.PoolConfig): Promise<PoolingMode> {
  const [one, two] = [newClient(connection), newClient(connection)]
  try {
    await one.connect()
    const { pid, timeout } = await backend(one)
    const keepsTimeouts = timeout !== '0'
    // A pooler tells its clients a number of its own.
    if ((one as unknown as { processID: number }).processID === pid)
      return { pooling: 'none', keepsPrepared: true, keepsTimeouts }
    await two.connect()
    const pooling = (await isShared(one, two)) ? 'transaction' : 'session'
    return { pooling, keepsPrepared: await keepsPrepared(one, two), keepsTimeouts }
  } catch (error) {
    throw toldClearly(error)
  } finally {
    await Promise.allSettled([one.end(), two.end()])
  }
}

/** A client that names no statement, for poolers that forget them. */
export class Unprepared extends pg.Client {
  override query(config: unknown, ...rest: unknown[]): never {
    const named = typeof config === 'object' && config !== null && 'name' in config && 'text' in config
    return super.query((named ? { ...config, name: undefined } : config) as never, ...(rest as [])) as never
  }
}

function newClient(connection: pg.PoolConfig): pg.Client {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: PATIENCE_MS,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  client.on('error', () => {})
  return client
}

async function backend(client: pg.Client): Promise<{ pid: number; timeout: string }> {
  const text = "select pg_backend_pid() as pid, current_setting('statement_timeout') as timeout"
  return (await client.query<{ pid: number; timeout: string }>(text)).rows[0]!
}

// In a session of one's own the backend stays the same, and is nobody else's.
async function isShared(one: pg.Client, two: pg.Client): Promise<boolean> {
  const own = (await backend(one)).pid
  for (let i = 0; i < TRIES; i++) {
    if ((await backend(two)).pid === own || (await backend(one)).pid !== own) return true
  }
  return false
}

// While the other holds the backend on which it was prepared.
async function keepsPrepared(one: pg.Client, two: pg.Client): Promise<boolean> {
  const name = `fullcircle ${randomUUID()}`
  try {
    for (let i = 0; i < TRIES; i++) {
      await one.query({ name, text: 'select 1' })
      await two.query('begin; select 1')
      await one.query({ name, text: 'select 1' })
      await two.query('rollback')
    }
    return true
  } catch {
    return false
  }
}

function toldClearly(error: unknown): unknown {
  const parameter = STRANGE_PARAMETER.exec((error as Error).message)?.[1]
  if (!parameter) return error
  return new OperatorError(
    `The pooler before the database refuses ${parameter}. Set ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout in pgbouncer.ini.`,
  )
}
