import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}

/** Every statement that `work` sends to PostgreSQL through this process, in order, with its values. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const query = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args
    const config = typeof first === 'string' ? { text: first, values: second } : (first as { text?: string; values?: unknown[] })
    if (typeof config.text === 'string') seen.push({ text: config.text, values: (config.values as unknown[] | undefined) ?? [] })
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return seen
}

/** A value as text that PostgreSQL reads; null stays null. */
function written(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value))
    return `{${value.map(one => (one === null ? 'null' : `"${String(written(one)).replace(/[\\"]/g, '\\$&')}"`)).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * The statements as a pgbench script: values become variables, `fresh` ones (ids, hashes) an expression that differs each time.
 * A batch of several commands is sent one by one, as pgbench does with prepared statements.
 */
export function pgbenchScript(
  statements: readonly Statement[],
  fresh: ReadonlyMap<string, string>,
): { script: string; variables: string[] } {
  const variables: string[] = []
  const lines = statements.flatMap(({ text, values }, s) => {
    if (values.length === 0) return text.split(';').map(one => `${one.trim()};`)
    const said = text.replace(/\$(\d+)/g, (_, number: string) => {
      const plain = written(values[Number(number) - 1])
      if (plain === null) return 'null'
      const change = [...fresh].find(([old]) => plain.includes(old))
      if (change) return change[0] === plain ? `(${change[1]})` : `replace('${plain}', '${change[0]}', (${change[1]})::text)`
      variables.push('-D', `v${s}_${number}=${plain}`)
      return `:v${s}_${number}`
    })
    return [`${said.replace(/\s+/g, ' ').trim()};`]
  })
  return {
    script: `\\set i :i + 1\n${lines.join('\n')}\n`,
    variables: [...new Set(variables.map((v, i) => (v === '-D' ? `-D\n${variables[i + 1]}` : '')))]
      .filter(Boolean)
      .flatMap(pair => pair.split('\n')),
  }
}

export async function pgbench(
  bin: string,
  port: number,
  dir: string,
  bench: { script: string; variables: string[] },
  clients: number,
  seconds: number,
): Promise<number> {
  const file = join(dir, 'intake.sql')
  writeFileSync(file, bench.script)
  const start = `-D\ni=${Date.now() % 1_000_000}000000`.split('\n')
  const flags = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-f',
    file,
    ...bench.variables,
    ...start,
  ]
  const { stdout, stderr } = await promisify(execFile)(
    join(bin, 'pgbench'),
    ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', ...flags, 'postgres'],
    { maxBuffer: 2 ** 24 },
  )
  const tps = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  if (!tps || /aborted/.test(stderr)) throw new Error(`pgbench failed:\n${stderr.slice(0, 3000)}\n${stdout.slice(0, 2000)}`)
  return tps
}
