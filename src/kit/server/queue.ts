import type pg from 'pg'
import { PgBoss, type Job as BossJob } from 'pg-boss'
import { systemCaller } from '../caller.ts'
import { definePort } from '../port.ts'
import { type Database, PatientClient, type SystemTx, type Tx } from './db.ts'
import { idFromKey } from './keys.ts'
import type { Log } from './log.ts'

/**
 * quick: wakes a node at once (NOTIFY); steady: polled each second, for what the intake path enqueues, because NOTIFY
 * slows many writers down; slow: one at a time per node, for imports and exports.
 */
export type QueueName = 'quick' | 'steady' | 'slow'

export interface Work {
  database: Database
  org: string
  log: Log
  /** One transaction of the job's organisation, as the product itself. */
  inOrg<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** A kind of work: it handles one thing, and may run twice with the same effect as once. */
export interface Job<D extends object = object> {
  name: string
  queue: QueueName
  run(work: Work, data: D): Promise<void>
}

export const defineJob = <D extends object>(job: Job<D>): Job<D> => job

/** A clock names when it strikes and delegates. Strikes once, however many nodes there are. */
export interface Clock {
  name: string
  /** Five-field cron, UTC. */
  cron: string
  run(database: Database, log: Log): Promise<void>
}

interface JobEnvelope {
  job: string
  org: string
  data: object
}

const queues: Record<
  QueueName | 'clock',
  { notify?: boolean; localConcurrency: number; pollSeconds: number; expireSeconds: number; beatSeconds?: number }
> = {
  quick: { notify: true, localConcurrency: 4, pollSeconds: 5, expireSeconds: 120 },
  steady: { localConcurrency: 2, pollSeconds: 1, expireSeconds: 120 },
  // What a node that is gone had in hand is taken up within two minutes, not after the hour that long work may need.
  slow: { notify: true, localConcurrency: 1, pollSeconds: 5, expireSeconds: 3600, beatSeconds: 30 },
  clock: { localConcurrency: 1, pollSeconds: 5, expireSeconds: 300 },
}

export interface EnqueueOptions {
  /** The same key is the same job: enqueued once for as long as its row is kept. */
  key?: string
  startAfter?: Date
}

/** Enqueues in the caller's own transaction: if it rolls back, the job never was. */
export async function enqueue<D extends object>(tx: Tx, job: Job<D>, data: D, options: EnqueueOptions = {}): Promise<void> {
  const sender = senders.at(-1)
  if (!sender) throw new Error('Queues are not running; see openQueues')
  await sender.send(job.queue, { job: job.name, org: tx.org, data } satisfies JobEnvelope, {
    db: { executeSql: (text, values) => tx.query({ text, values: values as unknown[] }) },
    ...(options.key && { id: idFromKey(`${tx.org} ${job.name} ${options.key}`) }),
    ...(options.startAfter && { startAfter: options.startAfter }),
  })
}

// Several only where one process opens several products: when one of them ends, the others go on.
const senders: PgBoss[] = []

const dropSender = (boss: PgBoss): void => void senders.splice(senders.indexOf(boss), 1)

export interface Queues {
  running(): boolean
  /** Finishes what is in hand and gives the rest back. */
  stop(): Promise<void>
}

export interface QueueOptions {
  connection: pg.PoolConfig
  database: Database
  log: Log
  jobs: readonly Job<never>[]
  clocks: readonly Clock[]
  /** False: this process only makes the queues (the template of the tests). */
  work?: boolean
}

export async function openQueues(options: QueueOptions): Promise<Queues> {
  const { log } = options
  const boss = new PgBoss({
    // Its pool is made with all of this, also with what its types do not name.
    ...({ ...options.connection, Client: PatientClient } as object),
    max: 5,
    useListenNotify: true,
    application_name: 'fullcircle-jobs',
  })
  let up = true
  boss.on('error', (error: Error) => log.warn({ err: error }, 'job queue'))
  await boss.start()
  for (const name of Object.keys(queues) as (keyof typeof queues)[]) await ensureQueue(boss, name)
  await grantToRuntimeRole(options.database)
  senders.push(boss)
  if (options.work !== false) await startWork(boss, options)
  return {
    running: () => up,
    stop: async () => {
      up = false
      await boss.stop({ graceful: true, timeout: 7_000 })
      dropSender(boss)
    },
  }
}

/** For a process that only enqueues, beside a product that works or will: the command line. */
export async function openSender({ pool }: Database, log: Log): Promise<Pick<Queues, 'stop'>> {
  const executeSql = async (text: string, values?: unknown[]) => ({ rows: (await pool.query(text, values)).rows as unknown[] })
  const boss = new PgBoss({ db: { executeSql }, supervise: false, schedule: false, migrate: false } as ConstructorParameters<
    typeof PgBoss
  >[0])
  boss.on('error', (error: Error) => log.warn({ err: error }, 'job queue'))
  await boss.start()
  senders.push(boss)
  return {
    stop: async () => {
      dropSender(boss)
      await boss.stop({ graceful: false })
    },
  }
}

async function ensureQueue(boss: PgBoss, name: keyof typeof queues): Promise<void> {
  const { notify = false, expireSeconds, beatSeconds } = queues[name]
  const found = await boss.getQueue(name)
  // An older version made it.
  if (found && beatSeconds && found.heartbeatSeconds !== beatSeconds)
    await boss.updateQueue(name, { heartbeatSeconds: beatSeconds })
  if (found) return
  await boss.createQueue(name, {
    notify,
    expireInSeconds: expireSeconds,
    ...(beatSeconds && { heartbeatSeconds: beatSeconds }),
    retryLimit: 8,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
    deleteAfterSeconds: 7 * 86_400,
  })
}

// Requests enqueue as the run-time role, inside their own transaction. Nodes that start together wait for each other: two grants on the same
// table at once fail.
async function grantToRuntimeRole(database: Database): Promise<void> {
  await database.pool.query(`select pg_advisory_xact_lock(hashtextextended('fullcircle queue rights', 0));
    grant usage on schema pgboss to fullcircle_app;
    grant select, insert, update, delete on all tables in schema pgboss to fullcircle_app;
    grant execute on all functions in schema pgboss to fullcircle_app`)
}

async function startWork(boss: PgBoss, options: QueueOptions): Promise<void> {
  const jobs = new Map(options.jobs.map(job => [job.name, job]))
  for (const name of ['quick', 'steady', 'slow'] as const) {
    for (let i = 0; i < queues[name].localConcurrency; i++) await startWorker(boss, name, batch => runJobs(batch, jobs, options))
  }
  const clocks = new Map(options.clocks.map(clock => [clock.name, clock]))
  await boss.work<{ clock: string }>('clock', { pollingIntervalSeconds: queues.clock.pollSeconds, batchSize: 1 }, async batch => {
    for (const { data } of batch) await clocks.get(data.clock)?.run(options.database, options.log)
  })
  await keepSchedules(boss, options.clocks)
}

/** After each job it looks for the next at once. By itself it would sleep until it polls again: thirty seconds, where NOTIFY wakes it. */
async function startWorker(boss: PgBoss, name: QueueName, run: (batch: BossJob<JobEnvelope>[]) => Promise<void>): Promise<void> {
  let worker: string | undefined
  const options = { pollingIntervalSeconds: queues[name].pollSeconds, batchSize: 1 }
  worker = await boss.work<JobEnvelope>(name, options, batch => run(batch).finally(() => worker && boss.notifyWorker(worker)))
}

async function runJobs(batch: BossJob<JobEnvelope>[], jobs: Map<string, Job<never>>, options: QueueOptions): Promise<void> {
  for (const { data: envelope } of batch) {
    const job = jobs.get(envelope.job)
    if (!job) throw new Error(`No job named ${envelope.job}; no room brings it`)
    const work: Work = {
      database: options.database,
      org: envelope.org,
      log: options.log,
      inOrg: run => options.database.inOrg(envelope.org, systemCaller(job.name), run),
    }
    try {
      await job.run(work, envelope.data as never)
    } catch (error) {
      options.log.error({ err: error, job: job.name }, 'a job failed and will be tried again')
      throw error
    }
  }
}

async function keepSchedules(boss: PgBoss, clocks: readonly Clock[]): Promise<void> {
  const wanted = new Set(clocks.map(clock => clock.name))
  for (const old of await boss.getSchedules('clock')) if (!wanted.has(old.key ?? '')) await boss.unschedule('clock', old.key)
  for (const clock of clocks) await boss.schedule('clock', clock.cron, { clock: clock.name }, { key: clock.name, tz: 'UTC' })
}

/** Ids of organisations, in their order. Filled by the accounts, which keep the list. */
export const organisations = definePort<(tx: SystemTx, which: 'active' | 'all') => Promise<string[]>>('organisations')

/** Ids of the organisations a sweep goes through. */
export const activeOrgs = (tx: SystemTx): Promise<string[]> => organisations.call(tx, 'active')
