import pg from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from './globalSetup.ts'

// Most tests run on the newest server only. Every statement that they make the product send there is parsed, resolved and planned by the
// oldest supported one too: what it does not know fails the file that said it.

const seen = new Set<string>()
const fresh = new Set<string>()
/** Clients inside a transaction of the product. What tests ask by themselves, outside, is of no concern. */
const inside = new WeakSet<object>()

const query = pg.Client.prototype.query as (this: pg.Client, ...all: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...all: unknown[]) {
  listen(this, (all[0] as { text?: string }).text ?? (all[0] as string))
  return query.apply(this, all)
} as typeof pg.Client.prototype.query

const plannable = /^\s*(select|insert|update|delete|merge|with|values)\b/i

function listen(client: object, text: string): void {
  if (text.startsWith('begin; set local role')) inside.add(client)
  else if (text === 'commit' || text === 'rollback') inside.delete(client)
  else if (inside.has(client) && plannable.test(text) && !seen.has(text)) {
    seen.add(text)
    fresh.add(text)
  }
}

/** Plans what was said since it was called last; throws with what the oldest server does not understand. */
export async function planOnOldest(): Promise<void> {
  const server = inject('oldest')
  const texts = [...fresh]
  fresh.clear()
  if (!server || texts.length === 0) return
  const client = new pg.Client({ ...server, database: TEMPLATE })
  await client.connect()
  try {
    await client.query(`set role fullcircle_app; set app.org = '00000000-0000-7000-8000-000000000000'; set jit = off`)
    await client.query('set plan_cache_mode = force_generic_plan')
    const wrong: string[] = []
    for (const text of texts) await plan(client, text).catch((error: Error) => wrong.push(`${error.message}: ${text}`))
    if (wrong.length > 0) throw new Error(`The oldest server does not understand:\n${wrong.join('\n')}`)
  } finally {
    await client.end()
  }
}

async function plan(client: pg.Client, text: string): Promise<void> {
  await client.query(`deallocate all; prepare said as ${text}`)
  const { rows } = await client.query('select cardinality(parameter_types) as n from pg_prepared_statements')
  const nulls = Array.from({ length: rows[0].n }, () => 'null')
  await client.query(`explain execute said${nulls.length > 0 ? `(${nulls.join(', ')})` : ''}`)
}
