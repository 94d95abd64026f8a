import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { omar } from '../../../test/cast.ts'
import { systemCaller } from '../../kit/caller.ts'
import { sealAll } from './seal.ts'
import { eraseDetails } from './activityStore.ts'
import { summary, verifyLog } from './verify.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
beforeEach(async () => {
  for (const email of ['a', 'b', 'c'])
    await app.call('POST', '/members', { email: `${email}${Date.now()}@northwind.example`, role: 'viewer' })
  await sealAll(app.database)
})
afterAll(() => app.close())

/** What somebody does who writes into the database past the product; undone afterwards. */
async function tamper(sql: string): Promise<string[]> {
  const copies = ['activity', 'activity_detail', 'activity_link', 'activity_seal']
  const { pool } = app.database
  for (const table of copies) await pool.query(`drop table if exists kept_${table}; create table kept_${table} as table ${table}`)
  await pool.query(sql)
  const report = await verifyLog(app.database)
  expect(report.ok).toBe(report.findings.length === 0)
  await pool.query(`delete from activity_seal; delete from activity`)
  for (const table of copies) await pool.query(`insert into ${table} select * from kept_${table}`)
  expect((await verifyLog(app.database)).ok).toBe(true)
  return report.findings.map(finding => finding.kind)
}

const one = `(select id from activity where seal = 1 order by id limit 1)`

it('finds nothing in a record that only the product wrote', async () => {
  await app.call('POST', '/members', { email: omar.email, role: 'manager' })
  const report = await verifyLog(app.database)
  expect(report).toMatchObject({ ok: true, organisations: 1, unsealed: 1, erased: 0 })
  expect(report.heads).toEqual([{ org: app.orgId, seal: report.seals, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(summary(report)).toContain('intact')
})

it.each([
  ['a verb that was changed', `update activity set verb = 'nothing.happened' where id = ${one}`, ['row-changed', 'seal-changed']],
  [
    'a time that was changed',
    `update activity set at = at - interval '1 day' where id = ${one}`,
    ['row-changed', 'seal-changed'],
  ],
  ['somebody else as the actor', `update activity set actor_id = 'x' where id = ${one}`, ['row-changed', 'seal-changed']],
  [
    'a detail that was changed',
    `update activity_detail set detail = '{"role":"owner"}' where activity_id = ${one}`,
    ['detail-changed'],
  ],
  [
    'another name in the detail',
    `update activity_detail set actor_name = 'Nobody' where activity_id = ${one}`,
    ['detail-changed'],
  ],
  ['a row that was deleted', `delete from activity where id = ${one}`, ['rows-missing']],
  [
    'a row that was slipped under a seal',
    `insert into activity select org_id, gen_random_uuid(), at, verb, actor_kind, actor_id, subject_type, subject_id, commitment, seal, mac from activity where id = ${one}`,
    ['row-changed', 'rows-added'],
  ],
  [
    'a row that waits to be sealed as if it were ours',
    `insert into activity select org_id, gen_random_uuid(), at, verb, actor_kind, actor_id, subject_type, subject_id, commitment, null, mac from activity where id = ${one}`,
    ['row-changed'],
  ],
  [
    'a seal that is gone, with its rows',
    `delete from activity where seal = 1; delete from activity_seal where number = 1`,
    ['seal-missing', 'seal-changed'],
  ],
  [
    'a seal that was made anew',
    `update activity_seal set root = sha256('x'), hash = sha256('y') where number = 1`,
    ['seal-changed', 'seal-changed', 'seal-changed'],
  ],
])('finds %s', async (_what, sql, kinds) => {
  expect((await tamper(sql)).sort()).toEqual(kinds.toSorted())
})

it('seals a row whose transaction took longer than the sweep', async () => {
  await app.database.inOrg(app.orgId, systemCaller('slow'), async tx => {
    const { record } = await import('./record.ts')
    await record(tx, 'org.changed', { type: 'org', id: app.orgId })
    await app.call('POST', '/members', { email: `fast${Date.now()}@northwind.example`, role: 'viewer' })
    await sealAll(app.database)
  })
  await sealAll(app.database)
  expect(await verifyLog(app.database)).toMatchObject({ ok: true, unsealed: 0 })
})

it('seals each row once when two nodes sweep at the same time', async () => {
  await app.call('POST', '/members', { email: `twice${Date.now()}@northwind.example`, role: 'viewer' })
  await Promise.all([sealAll(app.database), sealAll(app.database), sealAll(app.database)])
  expect((await verifyLog(app.database)).ok).toBe(true)
})

it('still verifies after a person was erased, and says how many details are gone', async () => {
  const { body } = await app.call('POST', '/members', { email: 'gone@northwind.example', role: 'viewer' })
  await sealAll(app.database)
  await app.database.inOrg(app.orgId, systemCaller('erasure'), tx => eraseDetails(tx, [body.userId]))
  const report = await verifyLog(app.database)
  expect(report).toMatchObject({ ok: true, erased: 1 })
  const feed = await app.call('GET', `/activity?subject=${body.userId}`)
  expect(feed.body.items).toMatchObject([{ verb: 'member.invited', erased: true, detail: null, actor: { name: null } }])
  expect(JSON.stringify(feed.body)).not.toContain('gone@northwind.example')
})
