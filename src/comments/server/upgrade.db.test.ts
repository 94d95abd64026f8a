import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import { type Database, openDatabase } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { RULES_VERSION } from '../rulesVersion.ts'
import { readingClock } from './jobs.ts'

// What an earlier release read is read again after an upgrade: by one node, once, also when that node is cut off half-way.

const PRAISE = 700
const COMPLAINTS = 500
const N = PRAISE + COMPLAINTS + 1

let app: TestApp
beforeAll(async () => {
  app = await testApp({ own: true })
  const questions = [
    { id: 'score', kind: 'nps', prompt: 'Would you recommend us?' },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ]
  const survey = (await app.call('POST', '/surveys', { name: 'After a visit', locale: 'en', questions })).body.id
  await app.call('POST', `/surveys/${survey}/publish`)
  await app.call('POST', '/alert-rules', {
    name: 'Money back',
    survey,
    when: { all: [{ comment: { question: 'why', negative: true } }] },
    route: [{ to: 'unit-manager' }],
  })
  const answer = await app.call('POST', `/surveys/${survey}/responses`, { answers: { score: 1, why: 'Rude and filthy.' } })
  expect(answer.body.alertIds).toHaveLength(1)
  const line = (words: string) => (_: unknown, i: number) => `${words} number ${i}`
  const lines = [
    ...Array.from({ length: PRAISE }, line('9,Lovely staff at desk')),
    ...Array.from({ length: COMPLAINTS }, line('1,Horrible wait at desk')),
  ]
  const map = encodeURIComponent(JSON.stringify({ score: 'score', why: 'why' }))
  await app.call('POST', `/surveys/${survey}/responses/import?map=${map}`, `score,why\n${lines.join('\n')}\n`)
  // A word of a person, against what the rules say.
  await app.call('POST', '/comments/labels', {
    items: [{ text: 'Lovely staff at desk number 7', negative: true, themes: ['Desks'] }],
  })
  await run(app.database)
}, 120_000)
afterAll(() => app.close())

const run = (database: Database) => readingClock.run(database, openLog('fatal'))
const overview = async () => (await app.call('GET', '/comments/overview')).body
const ask = async (text: string) =>
  (await app.database.inOrg(app.orgId, systemCaller('test'), tx => tx.query({ text, values: [tx.org] }))).rows

const consequences = `select (select count(*)::int from alert where org_id = $1) as alerts, (select count(*)::int from activity where org_id = $1) as records,
  (select count(*)::int from outbox where org_id = $1) as mails, (select count(*)::int from notification where org_id = $1) as notices`

it('reads old comments again after an upgrade, once on two nodes, and goes on where one was cut off', async () => {
  const before = await overview()
  expect(before).toMatchObject({ n: N, negative: COMPLAINTS + 2, waiting: 0 })
  const done = await ask(consequences)
  await ask(
    `update comment_reading set rules = ${RULES_VERSION - 1}, negative = not negative, sentiment = 0, themes = '{}', leaving = true where org_id = $1`,
  )
  expect(await overview()).toMatchObject({ n: N, negative: PRAISE - 1, leaving: N, waiting: N })
  // Who is doomed reads one portion; the next waits, with its first comment, for a lock that we hold until the connection is cut.
  const holder = openDatabase({ connection: app.test.connection, poolSize: 1 })
  await holder.pool.query('select pg_advisory_lock(17)')
  await app.database.pool.query(`create table read_again (response uuid); grant insert, select on read_again to fullcircle_app;
    create function note_again() returns trigger language plpgsql as $$ begin
      if current_setting('application_name') = 'doomed' and (select xmin::text <> pg_current_xact_id()::xid::text from read_again limit 1)
      then perform pg_advisory_xact_lock(17); end if;
      insert into read_again values (new.response_id); return null; end $$;
    create trigger note_again after update on comment_reading for each row execute function note_again()`)

  const doomed = openDatabase({ connection: { ...app.test.connection, application_name: 'doomed' } })
  const cut = run(doomed).catch((error: Error) => error)
  await expect.poll(async () => (await overview()).waiting, { interval: 5, timeout: 10_000 }).toBeLessThan(N)
  await app.database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'`)
  expect(await cut).toBeInstanceOf(Error)
  await holder.close()
  expect((await overview()).waiting).toBeGreaterThan(0)
  await doomed.close()

  const other = openDatabase({ connection: app.test.connection, poolSize: 2 })
  await Promise.all([run(app.database), run(other)])
  await other.close()
  await expect.poll(async () => (await overview()).waiting, { timeout: 20_000 }).toBe(0)
  expect(await overview()).toEqual(before)
  const { rows } = await app.database.pool.query(
    'select count(*)::int as n, count(distinct response)::int as all from read_again',
  )
  expect(rows).toEqual([{ n: N, all: N }])
  expect(await ask(consequences)).toEqual(done)
}, 60_000)
