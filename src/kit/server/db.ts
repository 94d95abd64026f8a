import type { Duplex } from 'node:stream'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Caller } from '../caller.ts'
import { AppError } from '../errors.ts'
import { isId } from '../ids.ts'
import type { DB } from './schema.generated.ts'

/** The handle inside one transaction of one organisation: row security is on, and every query still says `org_id`. */
export interface Tx {
  /** Typed queries on this transaction's own connection. */
  db: Kysely<DB>
  org: string
  caller: Caller
  /** The instant this transaction works at; pass it to pure functions rather than asking the clock twice. */
  now: Date
  /** A statement that is prepared once per connection when it has a name. */
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<Row>>
  /** Runs after the commit, never after a rollback. For live events and caches, not for anything that must happen. */
  afterCommit(act: () => void): void
}

/** The few tables that no organisation owns (logins, sessions, the list of organisations). */
export type SystemTx = Omit<Tx, 'org' | 'caller'>

/** Either: where the tables that are asked belong to no organisation. */
export type AnyTx = SystemTx | Tx

export interface Database {
  /** One transaction as the run-time role, seeing one organisation. Deadlocks are tried again, so `work` must be repeatable. */
  inOrg<T>(org: string, caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same on the replica when there is one: reports and exports. */
  readInOrg<T>(org: string, caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction on the tables that no organisation owns. */
  inSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T>
  /** Owner's connection pool: migrations, pg-boss. */
  pool: pg.Pool
  readPool: pg.Pool
  close(): Promise<void>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A business date is text (`2026-03-17`): a Date would shift it by the server's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const RUNTIME_ROLE = 'fullcircle_app'
const RETRIES = 4
// serialization_failure, deadlock_detected
const REPEATABLE = new Set(['40001', '40P01'])

export interface DatabaseOptions {
  connection: pg.PoolConfig
  readConnection?: pg.PoolConfig | undefined
  poolSize?: number
  onError?: (error: Error) => void
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options.connection, options)
  const readPool = options.readConnection ? openPool(options.readConnection, options) : pool
  return {
    pool,
    readPool,
    inOrg: (org, caller, work) => repeat(() => transact(pool, beginInOrg(org), tx => work(Object.assign(tx, { org, caller })))),
    readInOrg: (org, caller, work) =>
      repeat(() => transact(readPool, beginInOrg(org), tx => work(Object.assign(tx, { org, caller })))),
    inSystem: work => repeat(() => transact(pool, `begin; set local role ${RUNTIME_ROLE}`, work)),
    close: async () => {
      await pool.end()
      if (readPool !== pool) await readPool.end()
    },
  }
}

/**
 * A server that is told to stop may end a connection in the packet that opens it, before whoever asked for it can listen: an error that
 * nobody hears would end the process. They hear of it at their first statement.
 */
export class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

function openPool(connection: pg.PoolConfig, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: PatientClient,
    max: options.poolSize ?? 12,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'fullcircle',
    // A statement is sent without waiting for the answer to the one before: opening a transaction costs no round trip of its own.
    pipeline: true,
    ...connection,
  })
  pool.on('error', error => options.onError?.(error))
  return pool
}

// One round trip opens the transaction, drops to the run-time role and names the organisation.
// SET LOCAL rather than set_config(): Citus carries only the statement to its workers.
function beginInOrg(org: string): string {
  if (!isId(org)) throw new AppError('not_found', 'There is no such organisation.')
  // To compile a statement takes longer than any of ours runs: Insights over fifty thousand alerts took five times as long with it.
  return `begin; set local role ${RUNTIME_ROLE}; set local app.org = '${org}'; set local jit = off`
}

async function repeat<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= RETRIES || !REPEATABLE.has(sqlState(error) ?? '')) throw error
      await new Promise(done => setTimeout(done, Math.random() * 20 * 2 ** attempt))
    }
  }
}

async function transact<T>(pool: pg.Pool, begin: string, work: (tx: SystemTx) => Promise<T>): Promise<T> {
  const client = await connect(pool)
  const after: (() => void)[] = []
  let broken: Error | undefined
  // Without a listener a connection that dies between two statements would end the process.
  const onError = (error: Error) => void (broken = error)
  client.on('error', onError)
  const opened = beginTogether(client, begin)
  let result: T
  try {
    result = await work(openTx(client, after))
    await opened
    await client.query('commit')
  } catch (error) {
    // Where the transaction could not be opened, nothing was done in it: the first statement's complaint is only an echo.
    const cause = await opened.then(
      () => error,
      (first: unknown) => first,
    )
    await client.query('rollback').catch((e: Error) => (broken ??= e))
    throw cause
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
  for (const act of after) act()
  return result
}

/**
 * Opens the transaction in one write with its first statement. Should it fail, the server refuses whatever follows: the batch begins
 * with `begin`, so an error inside it leaves a transaction that can only be rolled back.
 */
function beginTogether(client: pg.PoolClient, begin: string): Promise<unknown> {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  setImmediate(() => stream.uncork())
  const opened = client.query(begin)
  opened.catch(() => {})
  return opened
}

function openTx(client: pg.PoolClient, after: (() => void)[]): SystemTx {
  let db: Kysely<DB> | undefined
  return {
    // Made when it is first used: the intake path does without.
    get db() {
      return (db ??= kyselyOn(client))
    },
    now: new Date(),
    query: statement => client.query(statement),
    afterCommit: act => void after.push(act),
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw new AppError(
      'unavailable',
      'The database cannot be reached right now. Nothing was changed. Try again in a few seconds.',
      undefined,
      {
        cause: error,
      },
    )
  }
}

/** The five-character SQLSTATE of an error from the database, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** Kysely on one connection whose transaction is already open. */
export function kyselyOn(client: pg.ClientBase): Kysely<DB> {
  const connection = new OneConnection(client)
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createQueryCompiler: () => compiler,
      createDriver: () => new OneConnectionDriver(connection),
      createIntrospector: db => new PostgresIntrospector(db),
    },
  })
}

class OneConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  constructor(client: pg.ClientBase) {
    this.#client = client
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#client.query(query.sql, query.parameters as unknown[])
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // eslint-disable-next-line require-yield -- Kysely asks for it; exports page through cursors instead
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not used: read in pages')
  }
}

const nothing = async () => {}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection
  constructor(connection: OneConnection) {
    this.#connection = connection
  }
  init = nothing
  acquireConnection = async () => this.#connection
  releaseConnection = nothing
  destroy = nothing
  beginTransaction = refuse
  commitTransaction = refuse
  rollbackTransaction = refuse
}

async function refuse(): Promise<void> {
  throw new Error('The transaction is already open; it is opened by Database.inOrg only')
}
