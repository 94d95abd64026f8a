import { resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '../../kit/server/operator-error.ts'
import { networksFrom } from '../../webhooks/server/addresses.ts'
import { metricsTokenFrom, secretOf } from './secret.ts'

const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      text => protocols.includes(URL.parse(text)?.protocol ?? ''),
      `must begin with ${protocols.map(p => `${p}//`).join(' or ')}`,
    )

const isDecodable = (text: string): boolean => {
  try {
    return !!decodeURIComponent(text)
  } catch {
    return false
  }
}

const postgres = url('postgres:', 'postgresql:').refine(isDecodable, 'must have a % in user or password written as %25')
const yes = z.enum(['true', 'false'], 'must be true or false').transform(text => text === 'true')
const whole = (low: number, high: number) => {
  const must = `must be a whole number from ${low} to ${high}`
  return z.coerce.number(must).int(must).min(low, must).max(high, must)
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const isNetworks = (text: string): boolean => {
  try {
    return !!networksFrom(text)
  } catch {
    return false
  }
}

const areProxies = (text: string): boolean =>
  text === 'true' || text === 'false' || isNetworks(text.replace(/\b(loopback|linklocal|uniquelocal)\b/g, '::1'))

// Every setting is explained in docs/operating.md.
const environment = z.object({
  PORT: whole(0, 65_535).default(3000),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: postgres.optional(),
  DATABASE_READ_URL: postgres.optional(),
  DATABASE_DIRECT_URL: postgres.optional(),
  DATABASE_POOL: whole(2, 200).default(12),
  PUBLIC_URL: url('http:', 'https:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/@/, 'must be an address such as feedback@example.org').optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  FULLCIRCLE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  RATE_LIMIT: whole(1, 1_000_000).default(200),
  TRUST_PROXY: z
    .string()
    .refine(areProxies, 'must be true, false, or addresses of proxies such as 10.1.0.0/16,192.168.7.9')
    .default('false')
    .transform(text => (text === 'true' || text === 'false' ? text === 'true' : text)),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  OPEN_SIGNUP: yes.default(false),
  SESSION_DAYS: whole(1, 365).default(14),
  GRACE_DAYS: whole(1, 365).default(14),
  FILE_LIMIT_MB: whole(1, 100).default(10),
  FILES_PER_DAY_MB: whole(1, 1_000_000).default(1000),
  WEBHOOK_NETWORKS: z.string().refine(isNetworks, 'must be networks such as 10.1.0.0/16,192.168.7.9').optional(),
})

export type Environment = ReturnType<typeof readEnvironment>

export interface Settings extends Environment {
  /** Signs sessions, seals stored credentials. */
  secret: string
  /** Opens /metrics. */
  metricsToken: string
}

/** Settings of a node: from the environment, completed by what is kept under DATA_DIR. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = readEnvironment(env)
  const secret = secretOf(given)
  return { ...given, secret, metricsToken: given.metricsToken ?? metricsTokenFrom(secret) }
}

/** Settings from the environment. A bad one is named, with what it should be; an empty one counts as absent. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw new OperatorError(parsed.error.issues.map(describe).join(' '))
  const e = parsed.data
  refuseReplicaAlone(e)
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    /** Past a pooler: LISTEN and locks need a session of their own. */
    databaseDirectUrl: e.DATABASE_DIRECT_URL ?? e.DATABASE_URL,
    databaseReadUrl: e.DATABASE_READ_URL,
    databasePool: e.DATABASE_POOL,
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    logLevel: e.LOG_LEVEL,
    givenSecret: e.FULLCIRCLE_SECRET,
    ratePerSecond: e.RATE_LIMIT,
    trustProxy: e.TRUST_PROXY,
    metricsToken: e.METRICS_TOKEN,
    openSignup: e.OPEN_SIGNUP,
    sessionDays: e.SESSION_DAYS,
    graceDays: e.GRACE_DAYS,
    largestFile: e.FILE_LIMIT_MB * 1_000_000,
    filesPerDay: e.FILES_PER_DAY_MB * 1_000_000,
    webhookNetworks: e.WEBHOOK_NETWORKS ? networksFrom(e.WEBHOOK_NETWORKS) : null,
  }
}

function describe({ path, message }: { path: PropertyKey[]; message: string }) {
  return `${path.join('.')} ${message}.`
}

function refuseReplicaAlone(e: z.infer<typeof environment>) {
  if (e.DATABASE_URL) return
  for (const name of ['DATABASE_READ_URL', 'DATABASE_DIRECT_URL'] as const)
    if (e[name]) throw new OperatorError(`${name} belongs to a server of your own: set DATABASE_URL as well.`)
}
