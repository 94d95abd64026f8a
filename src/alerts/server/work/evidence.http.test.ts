import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana } from '../../../../test/cast.ts'
import { uploadTo } from '../../../../test/form.ts'
import { answer, type Kelby, openKelby } from '../../../../test/kelby.ts'
import * as made from '../../../../test/samples.ts'
import { removeOrg } from '../../../accounts/server/orgs/removeOrg.ts'
import { openLog } from '../../../kit/server/log.ts'
import { sweepRetention } from '../../../people/server/erasure/retention.ts'

let app: TestApp
let at: Kelby
const log = openLog('silent')

beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  await app.call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    kind: 'recovery',
    survey: at.survey,
    when: { all: [{ question: 'stars', atMost: 2 }] },
  })
})
afterAll(() => app.close())

const evidence = async (name: string, content: Buffer, email = dana.email) => {
  const [alert] = (await answer(app, at.survey, { stars: 1, why: 'No water.' }, { person: { email } })).alertIds
  const file = (await uploadTo(app, name, content)).body
  await app.call('POST', `/alerts/${alert}/contacts`, { how: 'call', note: 'Rang.', files: [file.id] })
  return { alert: alert!, file }
}
const status = async (id: string) => (await app.call('GET', `/files/${id}`)).status
const kept = async (content: Buffer) =>
  (
    await app.database.pool.query('select count(*)::int as n from file_chunk where digest = $1', [
      createHash('sha256').update(content).digest(),
    ])
  ).rows[0].n

describe('when Dana is to be forgotten', () => {
  it('what proves contacts with her is counted, handed to her whole, and then gone; a stranger’s stays without her name', async () => {
    const photo = await made.png(700, 500)
    const recording = made.wav(40)
    const { alert, file } = await evidence('Dana Whitlock’s meter.png', photo)
    const call = (await evidence('call.wav', recording)).file
    const other = await evidence('Dana Whitlock as witness.txt', made.text('She saw it.'), 'carl@elsewhere.example')

    const preview = (await app.call('GET', `/people/${at.dana}/erasure`)).body
    expect(preview.items).toContainEqual({ what: 'Files that prove contacts with them', n: 2, fate: 'removed' })

    const hers = (await app.call('POST', `/people/${at.dana}/data`)).body
    expect(hers.directory.email).toBe(dana.email)
    expect(hers.files).toMatchObject([
      { id: file.id, name: file.name, type: 'image/png', size: photo.length },
      { id: call.id, name: 'call.wav', type: 'audio/wav', size: recording.length },
    ])
    expect(hers.files.map(({ content }: { content: string }) => Buffer.from(content, 'base64'))).toEqual([photo, recording])

    expect((await app.call('POST', `/people/${at.dana}/erasure`, {})).status).toBe(200)
    expect([await status(file.id), await status(call.id), await kept(photo), await kept(recording)]).toEqual([404, 404, 0, 0])
    const { contacts, activity } = (await app.call('GET', `/alerts/${alert}`)).body
    expect(contacts[0].files).toEqual([])
    // That a file was added stays provable; its name does not stay.
    expect(activity.find((entry: { verb: string }) => entry.verb === 'alert.file_added').detail).toEqual({})
    expect((await app.call('GET', `/alerts/${other.alert}`)).body.contacts[0].files[0].name).toBe('… as witness.txt')
    expect((await app.call('GET', `/people/${at.dana}/erasure`)).body.items).toEqual([])
  })
})

describe('when the organisation keeps files for a year', () => {
  it('older ones go at night, with a line in the record; the contact stays', async () => {
    const [old, fresh] = [await evidence('old.txt', made.text('Old')), await evidence('fresh.txt', made.text('Fresh'))]
    await app.call('PATCH', '/org', { retention: { files: 365 } })
    await app.database.pool.query(`update file set uploaded_at = uploaded_at - interval '366 days' where id = $1`, [old.file.id])
    await sweepRetention(app.database, log)
    expect([await status(old.file.id), await status(fresh.file.id)]).toEqual([404, 200])
    expect((await app.call('GET', `/alerts/${old.alert}`)).body.contacts[0]).toMatchObject({ note: 'Rang.', files: [] })
    const [swept] = (await app.call('GET', '/activity?verb=retention.swept')).body.items
    expect(swept.detail).toEqual({ kind: 'files', days: 365, gone: 1 })
  })
})

describe('when an organisation goes', () => {
  it('its files come with its export, and are deleted with it', async () => {
    const other = await app.call('POST', '/orgs', { org: 'Rival', name: 'Rita', email: 'rita@rival.example' })
    const content = made.wav(100)
    await uploadTo(app, 'theirs.wav', content, { key: other.body.apiKey })
    const lines = (await app.call('GET', `/orgs/${other.body.orgId}/export`)).text.trim().split('\n')
    const rows = lines.map(line => JSON.parse(line) as { table: string; row: { name: string; bytes: string } })
    expect(rows.filter(({ table }) => table === 'file').map(({ row }) => row.name)).toEqual(['theirs.wav'])
    const chunks = rows.filter(({ table }) => table === 'file_chunk').map(({ row }) => Buffer.from(row.bytes.slice(2), 'hex'))
    expect(chunks.length).toBeGreaterThan(2)
    expect(Buffer.concat(chunks).equals(content)).toBe(true)

    await app.call('POST', `/orgs/${other.body.orgId}/deletions`, { name: 'Rival' })
    await app.database.pool.query(`update org set delete_after = now() - interval '1 day' where id = $1`, [other.body.orgId])
    await removeOrg(app.database, other.body.orgId)
    const left = await app.database.pool.query('select 1 from file where org_id = $1', [other.body.orgId])
    expect([left.rowCount, await kept(content)]).toEqual([0, 0])
  })
})
