import { expect, inject, it } from 'vitest'
import { systemCaller } from '../src/kit/caller.ts'
import { testApp } from './app.ts'
import { peopleCsv, unitsCsv } from './cast.ts'

it('a product that was handed back is as if it were new', async () => {
  const first = await testApp()
  await first.call('POST', '/units/import', unitsCsv)
  expect((await first.call('POST', '/people/import', peopleCsv)).body.created).toBe(3)
  await first.close()
  const next = await testApp({ setUp: false })
  expect(next.test.connection).toEqual(first.test.connection)
  expect(await next.call('GET', '/people', undefined, { key: first.key })).toMatchObject({ status: 401 })
  const { rows: tables } = await next.database.pool.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
  )
  const filled: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await next.database.pool.query(`select from ${name} limit 1`)
    if (rowCount) filled.push(name)
  }
  expect(filled.toSorted()).toEqual(['pgboss.queue', 'pgboss.version', 'schema_migration'])
  await next.close()
})

it('one that has its own settings shares its database with nobody, and leaves the other’s settings as they were', async () => {
  const app = await testApp({ setUp: false })
  const needed = async () => (await app.call('GET', '/setup', undefined, { key: null })).body
  await app.close()
  const own = await testApp({ setUp: false, env: { OPEN_SIGNUP: 'true' } })
  expect(own.test.connection).not.toEqual(app.test.connection)
  expect(await needed()).toMatchObject({ openSignup: true })
  await own.close()
  const again = await testApp({ setUp: false })
  expect(again.test.connection).toEqual(app.test.connection)
  expect(await needed()).toMatchObject({ openSignup: false })
  await again.close()
})

// Where PostgreSQL 15 is the server itself, it refuses at once.
it.skipIf(!inject('oldest'))('a statement that the oldest server does not know fails whoever said it', async () => {
  const app = await testApp()
  const text = 'select any_value(name) from unit where org_id = $1 having $2::int > 0'
  await app.database.inOrg(app.orgId, systemCaller('test'), tx => tx.query({ text, values: [tx.org, 1] }))
  await expect(app.close()).rejects.toThrow(`function any_value(text) does not exist: ${text}`)
})
