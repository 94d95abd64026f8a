import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import type { Database } from '../../kit/server/db.ts'
import { openLog } from '../../kit/server/log.ts'
import { digestClock } from './weeklyDigest.ts'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const setZone = (zone: string) =>
  app.database.pool.query(`update org set settings = settings || jsonb_build_object('zone', $1::text)`, [zone])

/** The product's clock, at another time than now. */
function strikeAt(time: string): Promise<void> {
  const now = new Date(time)
  const database: Database = {
    ...app.database,
    inOrg: (org, caller, work) => app.database.inOrg(org, caller, tx => work(Object.assign(tx, { now }))),
  }
  return digestClock.run(database, openLog('error'))
}

async function askedFor(monday: string): Promise<string[]> {
  const { rows } = await app.database.pool.query<{ reader: string }>(
    `select data -> 'data' ->> 'userId' as reader from pgboss.job where data ->> 'job' = 'insights.digest' and data -> 'data' ->> 'monday' = $1`,
    [monday],
  )
  return rows.map(row => row.reader)
}

test.each([
  ['America/New_York', '2026-03-09', ['2026-03-09T10:52:00Z'], ['2026-03-09T11:07:00Z', '2026-03-09T12:07:00Z']],
  ['America/New_York', '2026-11-02', ['2026-11-02T11:52:00Z'], ['2026-11-02T12:07:00Z', '2026-11-03T04:52:00Z']],
  [
    'Europe/Berlin',
    '2026-03-30',
    ['2026-03-30T04:52:00Z', '2026-03-31T22:07:00Z'],
    ['2026-03-30T05:07:00Z', '2026-03-30T05:22:00Z'],
  ],
  [
    'Europe/Berlin',
    '2026-10-26',
    ['2026-10-26T05:52:00Z', '2026-10-27T23:07:00Z'],
    ['2026-10-26T06:07:00Z', '2026-10-26T06:22:00Z'],
  ],
  ['Australia/Lord_Howe', '2026-04-06', ['2026-04-05T20:22:00Z'], ['2026-04-05T20:37:00Z', '2026-04-05T20:52:00Z']],
  ['Australia/Lord_Howe', '2026-10-05', ['2026-10-04T19:52:00Z'], ['2026-10-04T20:07:00Z', '2026-10-04T20:22:00Z']],
  ['Asia/Kathmandu', '2026-03-16', ['2026-03-16T01:07:00Z'], ['2026-03-16T01:22:00Z', '2026-03-16T01:37:00Z']],
  // Every node was down until the evening; until the evening after.
  ['Asia/Kathmandu', '2026-03-23', ['2026-03-23T01:07:00Z'], ['2026-03-23T17:37:00Z', '2026-03-23T17:52:00Z']],
  ['Asia/Kathmandu', '2026-04-13', ['2026-04-13T01:07:00Z'], ['2026-04-14T17:37:00Z', '2026-04-14T17:52:00Z']],
])('in %s the digest of Monday %s is asked for once', async (zone, monday, never, due) => {
  await setZone(zone)
  for (const time of never) await strikeAt(time)
  expect(await askedFor(monday)).toEqual([])
  // Two nodes hear each strike.
  for (const time of due) await Promise.all([strikeAt(time), strikeAt(time)])
  expect(await askedFor(monday)).toEqual([app.ownerId])
  for (const time of never) await strikeAt(time)
  expect(await askedFor(monday)).toEqual([app.ownerId])
})

test('an organisation that moves to another zone on a Monday gets no second one', async () => {
  await setZone('Asia/Kathmandu')
  await strikeAt('2026-05-04T01:22:00Z')
  await setZone('America/New_York')
  await strikeAt('2026-05-04T11:07:00Z')
  expect(await askedFor('2026-05-04')).toEqual([app.ownerId])
})

test('who may not read insights is not asked about', async () => {
  await app.database.pool.query(`update membership set role = 'agent'`)
  await setZone('UTC')
  await strikeAt('2026-06-01T07:07:00Z')
  expect(await askedFor('2026-06-01')).toEqual([])
})
