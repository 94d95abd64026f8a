import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp, unique } from '../../../test/app.ts'
import { dana, omar } from '../../../test/cast.ts'
import { form, formType, uploadTo } from '../../../test/form.ts'
import { answer, type Kelby, openKelby } from '../../../test/kelby.ts'
import * as made from '../../../test/samples.ts'
import { openLog } from '../../kit/server/log.ts'
import { unattachedClock } from './sweep.ts'

let app: TestApp
let at: Kelby
let rival: string
let viewer: string
let saltmouth: string
let alert: string

beforeAll(async () => {
  app = await testApp({ env: { FILE_LIMIT_MB: '1', FILES_PER_DAY_MB: '40', RATE_LIMIT: '10000' } })
  at = await openKelby(app)
  await app.call('POST', '/units/import', 'unit,parent,name\nsaltmouth,,Saltmouth\n')
  const { items } = (await app.call('GET', '/units')).body
  const elsewhere = items.find((unit: { key: string }) => unit.key === 'saltmouth').id
  await app.call('POST', '/alert-rules', {
    name: 'Two stars or fewer',
    kind: 'recovery',
    survey: at.survey,
    when: { all: [{ question: 'stars', atMost: 2 }] },
    route: [{ to: 'person', email: omar.email }],
  })
  alert = await raise()
  rival = (await app.call('POST', '/orgs', { org: 'Rival', name: 'Rita', email: 'rita@rival.example' })).body.apiKey
  viewer = await keyOf('viewer')
  saltmouth = await keyOf('manager', [elsewhere])
})
afterAll(() => app.close())

const keyOf = async (role: string, units?: string[]): Promise<string> => {
  const made = await app.call('POST', '/api-keys', { name: role, role, units })
  expect(made.status).toBe(201)
  return made.body.apiKey
}
const raise = async () =>
  (await answer(app, at.survey, { stars: 1, why: 'No water.' }, { person: { email: dana.email } })).alertIds[0]!
const upload = (name: string, content: Buffer, how = {}) => uploadTo(app, name, content, how)
const contact = (files: string[], id = alert, key?: string) =>
  app.call('POST', `/alerts/${id}/contacts`, { how: 'call', note: 'Spoke with her.', files }, key === undefined ? {} : { key })
const get = (id: string, key?: string | null, headers = {}) =>
  app.app.inject({
    url: `/api/v1/files/${id}`,
    headers: { ...(key !== null && { authorization: `Bearer ${key ?? app.key}` }), ...headers },
  })
const byNumber = (a: number, b: number) => a - b
const count = async (table: string, where = 'true') =>
  (await app.database.pool.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n

describe('a file that is uploaded', () => {
  it('is what its content says, under a clean name, and comes back byte for byte', async () => {
    const content = await made.png()
    const { status, body } = await upload('../../Zähler.exe', content)
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), name: 'Zähler.exe.png', type: 'image/png', size: content.length, thumbnail: true },
    ])
    const file = await get(body.id)
    expect(file.rawPayload.equals(content)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Z_hler.exe.png"; filename*=UTF-8''Z%C3%A4hler.exe.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    })
  })

  it('has a small picture where it is one, drawn anew without what the camera knew', async () => {
    const photo = await sharp(await made.jpeg(1600, 900))
      .withExif({ IFD0: { Copyright: 'Dana' } })
      .jpeg()
      .toBuffer()
    const { body } = await upload('photo.jpg', photo)
    const small = await app.app.inject({
      url: `/api/v1/files/${body.id}/thumbnail`,
      headers: { authorization: `Bearer ${app.key}` },
    })
    const { width, height, format, exif } = await sharp(small.rawPayload).metadata()
    expect([width, height, format, exif]).toEqual([320, 180, 'webp', undefined])
    const text = (await upload('note.txt', made.text('No picture'))).body
    expect(text.thumbnail).toBe(false)
    expect((await app.call('GET', `/files/${text.id}/thumbnail`)).status).toBe(404)
  })

  it.each([
    ['a name in Arabic', 'عداد.png', 'عداد.png'],
    ['a name turned around', 'photo\u202egnp.exe', 'photognp.exe.png'],
    ['a name that would begin another header', 'a%0d%0aSet-Cookie: x=1.png', 'a%0d%0aSet-Cookie_ x=1.png'],
    ['a name with a path of Windows', 'C:\\\\fakepath\\\\a.png', 'a.png'],
    ['no name', '', 'file.png'],
  ])('%s', async (_what, name, clean) => {
    const { body } = await upload(name, await made.png(8, 8))
    expect(body.name).toBe(clean)
    const { headers } = await get(body.id)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[\w.~%!#$&+^`|-]+$/)
  })

  it('of many pieces comes back whole, or the part that was asked for', async () => {
    const content = Buffer.concat([made.wav(), randomBytes(900_000)])
    const { body } = await upload('call.wav', content)
    expect((await get(body.id)).rawPayload.equals(content)).toBe(true)
    const part = await get(body.id, undefined, { range: 'bytes=261000-600000' })
    expect([part.statusCode, part.headers['content-range']]).toEqual([206, `bytes 261000-600000/${content.length}`])
    expect(part.rawPayload.equals(content.subarray(261_000, 600_001))).toBe(true)
    expect((await get(body.id, undefined, { range: 'bytes=99999999-' })).statusCode).toBe(200)
  })

  it('is not sent again to a browser that has it, but only after it was asked for leave', async () => {
    const { body } = await upload('a.png', await made.png(9, 9))
    const etag = String((await get(body.id)).headers['etag'])
    const again = await get(body.id, undefined, { 'if-none-match': etag })
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
    expect((await get(body.id, rival, { 'if-none-match': etag })).statusCode).toBe(404)
  })

  it('is kept once, however often it comes, and goes with the last that has it', async () => {
    const content = await made.png(31, 31)
    const [first, second] = [(await upload('a.png', content)).body, (await upload('b.png', content)).body]
    expect(first.id).not.toBe(second.id)
    const digest = createHash('sha256').update(content).digest('hex')
    const kept = () => count('file_content', `digest = '\\x${digest}'`)
    expect(await kept()).toBe(1)
    await app.call('DELETE', `/files/${first.id}`)
    expect([await kept(), (await get(second.id)).statusCode]).toEqual([1, 200])
    await app.call('DELETE', `/files/${second.id}`)
    expect([await kept(), await count('file_chunk', `digest = '\\x${digest}'`)]).toEqual([0, 0])
  })

  it('made and removed by many at the same moment is there or not, never half', async () => {
    const content = made.text(`The same note ${unique()}`)
    const digest = createHash('sha256').update(content).digest('hex')
    for (let round = 0; round < 6; round++) {
      const uploads = await Promise.all(Array.from({ length: 4 }, () => upload('a.txt', content)))
      expect(uploads.map(reply => reply.status)).toEqual([201, 201, 201, 201])
      const after = upload('b.txt', content)
      await Promise.all(uploads.map(({ body }) => app.call('DELETE', `/files/${body.id}`)))
      const { status, body } = await after
      expect(status).toBe(201)
      expect((await get(body.id)).payload).toBe(content.toString())
      await app.call('DELETE', `/files/${body.id}`)
      expect(await count('file_content', `digest = '\\x${digest}'`)).toBe(0)
    }
  })
})

describe('the same request again', () => {
  it('makes one file, also where its form is written otherwise; with another file it is refused', async () => {
    const headers = { 'idempotency-key': unique() }
    const first = await upload('once.txt', made.text('Once'), { headers })
    const again = await app.call('POST', '/files', form('once.txt', made.text('Once'), { type: 'text/plain' }), {
      type: formType,
      headers,
    })
    expect(again.headers['idempotent-replay']).toBe('true')
    expect(again.body).toEqual(first.body)
    expect(await count('file', `name = 'once.txt'`)).toBe(1)
    expect((await upload('once.txt', made.text('Twice'), { headers })).body.code).toBe('idempotency_mismatch')
  })
})

describe('what is not taken', () => {
  const limit = 1_000_000
  const sound = (size: number) => Buffer.concat([made.wav(), Buffer.alloc(size)]).subarray(0, size)

  it('is larger than the limit, by one byte; the limit itself is not', async () => {
    expect((await upload('full.wav', sound(limit))).status).toBe(201)
    const over = await upload('over.wav', sound(limit + 1))
    expect([over.status, over.body.code]).toEqual([413, 'too_large'])
    expect(over.body.title).toBe('This file is larger than 1 MB. Send a smaller one, or a part of it.')
    expect((await upload('huge.wav', sound(3_000_000))).status).toBe(413)
  })

  it('is empty, or no file at all', async () => {
    const cases: [Buffer | string, string, number][] = [
      [form('empty.png', Buffer.alloc(0)), formType, 400],
      [Buffer.from('--oo-7b1c-oo--\r\n'), formType, 400],
      [form('a.png', await made.png()).subarray(0, 200), formType, 400],
      [Buffer.from('no form'), formType, 400],
      [form('a.png', await made.png()), 'multipart/form-data', 400],
      [Buffer.alloc(0), formType, 400],
      ['{}', 'application/json', 415],
      ['a,b', 'text/csv', 415],
      ['x', 'application/x-www-form-urlencoded', 415],
    ]
    for (const [body, type, status] of cases) {
      const reply = await app.call('POST', '/files', body, { type })
      expect([type, reply.status, reply.text.length > 0]).toEqual([type, status, true])
    }
  })

  it('is several files in one form', async () => {
    const second = form('b.png', await made.png()).subarray(0, -16)
    const reply = await app.call('POST', '/files', form('a.png', await made.png(5, 5), { after: second }), { type: formType })
    expect([reply.status, reply.body.title]).toEqual([400, 'There are several files in this form. Send one at a time.'])
  })

  it.each([
    [
      'a drawing with script',
      'logo.svg',
      made.text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      /Pages, drawings and scripts/,
    ],
    ['a page called a picture', 'photo.png', made.text('<html><script>alert(1)</script>'), /Pages, drawings and scripts/],
    ['a program', 'setup.pdf', Buffer.concat([made.text('MZ'), Buffer.alloc(100)]), /Files of this kind are not taken/],
    ['macros', 'letter.docx', made.docx([{ name: 'word/vbaProject.bin' }]), /contains a program/],
    [
      'a letter that unpacks to gigabytes',
      'letter.docx',
      made.docx([{ name: 'word/a.xml', claims: 4e9 }]),
      /unpacks to far more/,
    ],
  ])('is %s', async (_what, name, content, why) => {
    const reply = await upload(name, content)
    expect([reply.status, reply.body.code]).toEqual([415, 'unsupported_type'])
    expect(reply.body.title).toMatch(why)
  })

  it('is a picture in its first bytes only, or a page that begins like one', async () => {
    const bytes = await made.png(200, 200)
    for (const content of [
      Buffer.concat([made.text('GIF89a'), made.text('<script>alert(1)</script>')]),
      bytes.subarray(0, 60),
      Buffer.concat([bytes.subarray(0, 120), randomBytes(200)]),
    ]) {
      const reply = await upload('photo.png', content)
      expect([reply.status, reply.body.title]).toEqual([400, expect.stringMatching(/cannot be read/)])
    }
  })

  it('is a picture that would fill the memory of whoever looks at it', async () => {
    // 100 million pixels of one colour take a few kilobytes.
    const bomb = await sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(500_000)
    const before = process.memoryUsage().rss
    const reply = await upload('white.png', bomb)
    expect([reply.status, reply.body.title]).toEqual([400, expect.stringMatching(/more than 50 million pixels/)])
    // Its header alone was read.
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    // One that says it is small and is not makes no difference: what is drawn is what it says.
    const liar = Buffer.from(bomb)
    liar.writeUInt32BE(100, 16)
    liar.writeUInt32BE(100, 20)
    expect((await upload('white.png', liar)).status).toBe(400)
  })

  it('keeps a picture that hides a zip as the picture it is, and hands it out as nothing else', async () => {
    const hidden = Buffer.concat([await made.png(), made.zip([{ name: 'run.exe' }]), made.text('<script>alert(1)</script>')])
    const { body } = await upload('photo.zip', hidden)
    expect(body).toMatchObject({ type: 'image/png', name: 'photo.zip.png' })
    expect((await get(body.id)).headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  })

  it('leaves nothing behind', async () => {
    const before = [await count('file'), await count('file_content'), await count('file_chunk')]
    await upload('logo.svg', made.text('<svg/>'))
    await upload('over.wav', sound(limit + 1))
    expect([await count('file'), await count('file_content'), await count('file_chunk')]).toEqual(before)
  })
})

describe('a file belongs to nobody until it is attached', () => {
  it('is seen, attached and removed by who uploaded it alone', async () => {
    const other = await keyOf('manager')
    const { body } = await upload('a.txt', made.text('Mine'))
    for (const key of [other, viewer, rival, null]) expect((await get(body.id, key)).statusCode).toBe(key === null ? 401 : 404)
    expect((await contact([body.id], alert, other)).body.errors[0].path).toBe('files.0')
    expect((await app.call('DELETE', `/files/${body.id}`, undefined, { key: other })).status).toBe(404)
    expect((await contact([body.id])).status).toBe(201)
  })

  it('is attached once, ten at a time, and only where all of it can be', async () => {
    const files = await Promise.all(Array.from({ length: 3 }, (_, i) => upload(`${i}.txt`, made.text(`Number ${i} ${unique()}`))))
    const [a, b, c] = files.map(({ body }) => body.id)
    expect((await contact([a, a])).body.errors[0].path).toBe('files.1')
    expect((await contact([a, unique()])).body.errors[0].path).toBe('files.1')
    const [one, two] = await Promise.all([contact([a, b]), contact([b, c])])
    expect([one.status, two.status].toSorted(byNumber)).toEqual([201, 400])
    expect((await contact(Array(11).fill(a))).status).toBe(400)
  })

  it('is swept after a day', async () => {
    const { body } = await upload('forgotten.txt', made.text('Forgotten'))
    const kept = (await upload('kept.txt', made.text('Kept'))).body
    await contact([kept.id])
    await unattachedClock.run(app.database, openLog('silent'))
    expect((await get(body.id)).statusCode).toBe(200)
    await app.database.pool.query(`update file set uploaded_at = uploaded_at - interval '25 hours'`)
    await unattachedClock.run(app.database, openLog('silent'))
    expect([(await get(body.id)).statusCode, (await get(kept.id)).statusCode]).toEqual([404, 200])
    expect(await count('file', 'attached_at is null')).toBe(0)
  })
})

describe('evidence of a contact', () => {
  it('stands in the contact log, in the order it was given, and in the record', async () => {
    const id = await raise()
    const [photo, note] = [
      (await upload('meter.png', await made.png(50, 50))).body,
      (await upload('note.txt', made.text('Note'))).body,
    ]
    await contact([note.id, photo.id], id)
    const { contacts, activity } = (await app.call('GET', `/alerts/${id}`)).body
    expect(contacts[0].files).toEqual([
      { ...note, own: true },
      { ...photo, own: true },
    ])
    const added = activity.filter((entry: { verb: string }) => entry.verb === 'alert.file_added')
    expect(added.map((entry: { detail: { name: string } }) => entry.detail.name).sort()).toEqual(['meter.png', 'note.txt'])
    const { items } = (await app.call('GET', `/activity?subject=${photo.id}`)).body
    expect(items).toMatchObject([
      { verb: 'alert.file_added', subject: { type: 'alert', id }, detail: { file: photo.id, name: 'meter.png' } },
    ])
  })

  it('is open to whoever may see the alert, and to nobody else', async () => {
    const id = await raise()
    const { body } = await upload('meter.png', await made.png(51, 51))
    await contact([body.id], id)
    const seen = async (key: string | null) => [
      (await get(body.id, key)).statusCode,
      (await app.call('GET', `/files/${body.id}/thumbnail`, undefined, { key })).status,
    ]
    expect(await seen(viewer)).toEqual([200, 200])
    expect(await seen(saltmouth)).toEqual([404, 404])
    expect(await seen(rival)).toEqual([404, 404])
    expect(await seen(null)).toEqual([401, 401])
    expect((await app.call('DELETE', `/files/${body.id}`, undefined, { key: rival })).status).toBe(404)
    expect((await app.call('DELETE', `/files/${body.id}`, undefined, { key: saltmouth })).status).toBe(404)
    expect((await app.call('DELETE', `/files/${body.id}`, undefined, { key: viewer })).status).toBe(403)
    expect((await upload('a.txt', made.text('x'), { key: viewer })).status).toBe(403)
    expect((await upload('a.txt', made.text('x'), { key: null })).status).toBe(401)
  })

  it('goes with a note too, also when the alert is closed', async () => {
    const id = await raise()
    await contact([], id)
    await app.call('POST', `/alerts/${id}/resolutions`, { outcome: 'put-right' })
    const { body } = await upload('signed.pdf', made.pdf())
    expect((await app.call('POST', `/alerts/${id}/notes`, { note: 'Signed.', files: [body.id] })).status).toBe(201)
    expect((await app.call('GET', `/alerts/${id}`)).body.contacts[0].files[0].name).toBe('signed.pdf')
  })

  it('is taken away by who added it or by an administrator, and the record says so', async () => {
    const id = await raise()
    const omars = await keyOf('manager')
    const { body } = await upload('wrong.txt', made.text(`Wrong ${unique()}`), { key: omars })
    await contact([body.id], id, omars)
    const other = await keyOf('manager')
    const refused = await app.call('DELETE', `/files/${body.id}`, undefined, { key: other })
    expect([refused.status, refused.body.title]).toEqual([403, expect.stringMatching(/Somebody else added this file/)])
    expect((await app.call('DELETE', `/files/${body.id}`)).body).toEqual({ ok: true })
    expect((await get(body.id)).statusCode).toBe(404)
    const { contacts, activity } = (await app.call('GET', `/alerts/${id}`)).body
    expect(contacts[0].files).toEqual([])
    expect(activity[0]).toMatchObject({ verb: 'alert.file_removed', detail: { name: 'wrong.txt' } })
  })

  it('is lost with the contact it proves, bytes and all', async () => {
    const content = made.text(`Lost ${unique()}`)
    const id = await raise()
    await contact([(await upload('a.txt', content)).body.id], id)
    await app.database.pool.query('delete from alert where id = $1', [id])
    expect(await count('file_content', `digest = '\\x${createHash('sha256').update(content).digest('hex')}'`)).toBe(0)
  })
})

describe('what one organisation may add in a day', () => {
  it('is refused beyond it with what to do, also when many come at once; others go on', async () => {
    const lines = async () =>
      (await app.database.pool.query('select bytes from file_day where org_id = $1', [app.orgId])).rows[0].bytes
    await app.database.pool.query(`update file_day set bytes = 40000000 - 250000 where org_id = $1`, [app.orgId])
    const content = () => Buffer.concat([made.wav(), randomBytes(90_000)])
    const replies = await Promise.all(Array.from({ length: 5 }, () => upload('a.wav', content())))
    expect(replies.map(({ status }) => status).toSorted(byNumber)).toEqual([201, 201, 429, 429, 429])
    expect(replies.find(({ status }) => status === 429)!.body).toMatchObject({
      code: 'rate_limited',
      title: expect.stringMatching(/as much today as it may \(40 MB\)/),
    })
    expect(await lines()).toBeLessThanOrEqual(40_000_000)
    const theirs = await upload('a.wav', content(), { key: rival })
    expect(theirs.status).toBe(201)
  })
})
