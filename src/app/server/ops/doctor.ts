import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { missingMigrations } from '../../../kit/server/migrate.ts'
import { findBinaries } from '../../../kit/server/postgres/binaries.ts'
import { postgresData, runningAddress } from '../../../kit/server/postgres/embedded.ts'
import { examineWay } from '../../../kit/server/postgres/pooler.ts'
import { examineServer } from '../../../kit/server/postgres/fitness.ts'
import type { Environment } from '../settings.ts'
import { keepPrepared, keepTimeouts, needsDirectUrl } from './installation.ts'
import { runningNodes } from './node-folder.ts'
import { secretFile } from '../secret.ts'

export interface Finding {
  check: string
  state: 'good' | 'notice' | 'bad'
  /** What was seen. */
  seen: string
  /** What to do about it. */
  advice?: string
}

type CheckResult = Omit<Finding, 'check'>
type Check = (settings: Environment) => CheckResult | Promise<CheckResult>

const good = (seen: string): CheckResult => ({ state: 'good', seen })
const notice = (seen: string, advice: string): CheckResult => ({ state: 'notice', seen, advice })
const bad = (seen: string, advice: string): CheckResult => ({ state: 'bad', seen, advice })

/** Looks at the installation from outside, changes nothing, and says what to do. */
export async function examine(settings: Environment): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [check, look] of Object.entries(checks)) {
    const answer = await Promise.resolve(look(settings)).catch(error =>
      bad((error as Error).message, 'Look at the message; it names what is wrong.'),
    )
    findings.push({ check, ...answer })
  }
  return findings
}

const checks: Record<string, Check> = {
  'Node.js': runtime,
  'data folder': dataFolder,
  'disk space': diskSpace,
  secret,
  PostgreSQL: serverPrograms,
  port: portState,
  database,
  pooler,
  replica,
  'public address': publicAddress,
  mail,
}

function runtime() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= 24) return good(process.version)
  return bad(process.version, 'Start with "npm start": it runs on the Node.js 24 that "npm ci" brought.')
}

function dataFolder({ dataDir }: Environment) {
  const folder = existsSync(dataDir) ? dataDir : dirname(dataDir)
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return bad(`${folder} cannot be written`, `Give it to this user (chown), or set DATA_DIR to another folder.`)
  }
  return good(folder === dataDir ? dataDir : `${dataDir} will be made at the first start`)
}

const GIB = 1024 ** 3

function diskSpace({ dataDir }: Environment) {
  const { bavail, bsize } = statfsSync(existsSync(dataDir) ? dataDir : dirname(dataDir))
  const free = bavail * bsize
  const seen = `${(free / GIB).toFixed(1)} GiB free`
  if (free < GIB / 4) return bad(seen, 'Make room now: without space the database stops.')
  return free < 2 * GIB ? notice(seen, 'Make room: a backup and a restore need the size of the database once more.') : good(seen)
}

function secret({ dataDir, givenSecret }: Environment) {
  if (givenSecret) return good('from FULLCIRCLE_SECRET')
  if (existsSync(secretFile(dataDir))) return good(secretFile(dataDir))
  if (!existsSync(postgresData(dataDir))) return good('will be made at the first start')
  return bad(
    'missing',
    `Put ${secretFile(dataDir)} back from a backup; a new one ends all sessions and loses stored credentials.`,
  )
}

async function serverPrograms({ databaseUrl }: Environment) {
  if (databaseUrl) return good('DATABASE_URL names a server')
  const { postgres, major } = await findBinaries()
  return good(`version ${major}, ${postgres}`)
}

async function portState({ dataDir, host, port }: Environment) {
  const [node] = runningNodes(dataDir)
  if (node) return good(`running at ${node.info?.url ?? 'an address not yet known'} (process ${node.info?.pid ?? 'unknown'})`)
  const problem = await tryPort(host, port)
  if (!problem) return good(`${host}:${port} is free`)
  return bad(`${host}:${port}: ${problem}`, 'Stop what runs there, or set PORT (and HOST) to something else.')
}

function tryPort(host: string, port: number) {
  return new Promise<string | undefined>(resolve => {
    const server = createServer().once('error', error => resolve(error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

async function database({ databaseUrl, databaseDirectUrl, dataDir }: Environment) {
  const own = databaseUrl ? undefined : runningAddress(dataDir)
  if (!databaseUrl && !own) return notice('not running', 'Start the product to examine its database.')
  return examineDatabase(own ?? { connectionString: databaseDirectUrl })
}

async function examineDatabase(connection: pg.PoolConfig): Promise<CheckResult> {
  const pool = new pg.Pool({ ...connection, max: 1, connectionTimeoutMillis: 5_000 })
  try {
    const asked = Date.now()
    const { rows } = await pool.query(`select extract(epoch from clock_timestamp()) * 1000 as clock`)
    const clock = Number(rows[0].clock)
    const { major, unfit } = await examineServer(pool)
    if (unfit) return bad(unfit.seen, unfit.advice)
    const skew = Math.max(asked - clock, clock - Date.now(), 0)
    if (skew > 2_000)
      return bad(
        `its clock differs by ${Math.round(skew / 1000)} s`,
        'Let both machines set their clocks by NTP: due times depend on them.',
      )
    const missing = await missingMigrations(pool)
    if (missing.length)
      return notice(`${missing.length} migrations missing (${missing[0]} …)`, 'They are applied at the next start.')
    return good(`PostgreSQL ${major} answers, every migration applied, clocks agree`)
  } catch (error) {
    return bad((error as Error).message, 'Check DATABASE_URL, the network and that the server runs.')
  } finally {
    await pool.end()
  }
}

/** What stands before the server, if anything does. */
async function pooler({ databaseUrl, databaseDirectUrl }: Environment) {
  if (!databaseUrl || !databaseDirectUrl) return good('none; the product has a server of its own')
  const direct = await examineWay({ connectionString: databaseDirectUrl })
  if (direct.pooling === 'transaction') return bad(`${hostOf(databaseDirectUrl)} pools transactions`, needsDirectUrl)
  const way = databaseUrl === databaseDirectUrl ? direct : await examineWay({ connectionString: databaseUrl })
  if (way.pooling === 'none') return good('none')
  const seen = `${hostOf(databaseUrl)} pools ${way.pooling}s`
  if (!way.keepsPrepared) return notice(`${seen} and forgets prepared statements, so none are used`, keepPrepared)
  if (!way.keepsTimeouts) return notice(`${seen}; no statement is ended after a minute`, keepTimeouts)
  return good(seen)
}

const hostOf = (url: string) => new URL(url).host

async function replica({ databaseReadUrl }: Environment) {
  if (!databaseReadUrl) return good('none; reports read the primary')
  return examineDatabase({ connectionString: databaseReadUrl })
}

function publicAddress({ publicUrl, host }: Environment) {
  const url = new URL(publicUrl)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (local && !['localhost', '127.0.0.1', '::1'].includes(host))
    return notice(`${publicUrl}, but HOST is ${host}`, 'Set PUBLIC_URL to the address people use: links in mail carry it.')
  if (local) return good(`${publicUrl}: this machine only`)
  if (url.protocol === 'http:')
    return notice(`${publicUrl} is not encrypted`, 'Put a proxy with TLS before it and set PUBLIC_URL to https://…')
  return good(publicUrl)
}

async function mail({ smtpUrl }: Environment) {
  if (!smtpUrl) return notice('SMTP_URL is not set', 'Mail is kept in the Outbox of the console. Set SMTP_URL to send it.')
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 5_000,
  })
  try {
    await transport.verify()
    return good(`${new URL(smtpUrl).host} answers`)
  } catch (error) {
    return bad(`${new URL(smtpUrl).host}: ${(error as Error).message}`, 'Check host, port, user and password in SMTP_URL.')
  } finally {
    transport.close()
  }
}
