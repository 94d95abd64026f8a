import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../test/app.ts'

let app: TestApp
beforeAll(async () => void (app = await testApp()))
afterAll(() => app.close())

const visit = {
  name: 'Your visit',
  locale: 'en',
  questions: [
    { id: 'nps', kind: 'nps', prompt: 'How likely are you to recommend us?', required: true },
    { id: 'sorry', kind: 'text', prompt: 'What went wrong?', showIf: { question: 'nps', atMost: 6 } },
    { id: 'parts', kind: 'choices', prompt: 'What was it about?', options: ['Speed', 'Price'] },
  ],
  thanks: [
    { title: 'We are sorry', text: 'Somebody will call.', atMost: 6 },
    { title: 'Wonderful', text: 'Tell a friend.' },
  ],
  translations: {
    ar: { 'nps.prompt': 'ما مدى احتمال أن توصي بنا؟' },
    de: { 'nps.prompt': 'Wie wahrscheinlich empfehlen Sie uns?' },
  },
}

async function open(more: object = {}, link: object = {}): Promise<{ id: string; path: string }> {
  const { id } = (await app.call('POST', '/surveys', { ...visit, ...more })).body
  expect((await app.call('POST', `/surveys/${id}/publish`)).status).toBe(200)
  const { url } = (await app.call('POST', `/surveys/${id}/links`, { name: 'Door', ...link })).body
  return { id, path: new URL(url).pathname }
}

const get = (path: string, headers: Record<string, string> = {}) =>
  app.call('GET', path, undefined, { page: true, key: null, headers })
const post = (path: string, fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) =>
  app.call('POST', path, new URLSearchParams(fields).toString(), {
    page: true,
    key: null,
    type: 'application/x-www-form-urlencoded',
    headers,
  })
const resumeOf = (text: string) => /name="r" value="([^"]+)"/.exec(text)![1]!
const rows = async (text: string, values: unknown[]) => (await app.database.pool.query(text, values)).rows
const count = async (id: string) => (await rows('select count(*)::int as n from response where survey_id = $1', [id]))[0].n

it('shows the questions and records nothing by looking, also with a score from a mail', async () => {
  const { id, path } = await open()
  const page = await get(`${path}?score=9`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('How likely are you to recommend us?')
  expect(page.text).toMatch(/value="9" checked/)
  expect(page.headers['referrer-policy']).toBe('same-origin')
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(await count(id)).toBe(0)
})

it('takes answers without any script, thanks by score, and once only', async () => {
  const { id, path } = await open()
  const r = resumeOf((await get(path)).text)
  const fields = { r, step: '0', 'q.nps': '3', 'q.sorry': 'Nobody came.', do: 'send' }
  const sent = await post(path, fields, { 'sec-fetch-site': 'same-origin', origin: 'null' })
  expect(sent.status).toBe(303)
  const thanks = await get(sent.headers.location as string)
  expect(thanks.text).toContain('We are sorry')
  expect((await post(path, fields)).status).toBe(303)
  expect(await count(id)).toBe(1)
  const [response] =
    (await app.call('GET', `/surveys/${id}`)).body.responses === 1
      ? await rows('select state, source from response where survey_id = $1', [id])
      : []
  expect(response).toEqual({ state: 'complete', source: 'link' })
})

it('is one response also when Send is pressed twice at the same time', async () => {
  const { id, path } = await open()
  const r = resumeOf((await get(path)).text)
  const both = await Promise.all([1, 2, 3].map(() => post(path, { r, step: '0', 'q.nps': '9', do: 'send' })))
  expect(both.map(one => one.status)).toEqual([303, 303, 303])
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(1)
})

it('keeps what was typed, on this device and on another one', async () => {
  const { id, path } = await open()
  const r = resumeOf((await get(path)).text)
  const saved = await post(
    path,
    { r, step: '0', 'q.nps': '4', 'q.sorry': 'It rained in', do: 'save' },
    { accept: 'application/json' },
  )
  expect(saved.body).toEqual({ saved: true })
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(0)
  const elsewhere = await get(`${path}?r=${r}`)
  expect(elsewhere.text).toContain('It rained in')
  expect(elsewhere.text).toMatch(/value="4" checked/)
  const cookie = String(saved.headers['set-cookie']).split(';')[0]!
  expect((await get(path, { cookie })).text).toContain('It rained in')
  expect((await get(path)).text).not.toContain('It rained in')
  await post(path, { r, step: '0', 'q.nps': '10', 'q.sorry': 'It rained in', do: 'send' })
  expect(await count(id)).toBe(1)
  expect(
    await rows(`select question_id from answer a join response r on r.id = a.response_id where r.survey_id = $1`, [id]),
  ).toEqual([{ question_id: 'nps' }])
})

it('says what is missing, and keeps the rest', async () => {
  const { path } = await open()
  const r = resumeOf((await get(path)).text)
  const sent = await post(path, { r, step: '0', 'q.parts': 'price', do: 'send' })
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('role="alert"')
  expect(sent.text).toContain('aria-invalid="true"')
  expect(sent.text).toMatch(/value="price" checked/)
})

it('hides by rule with style alone', async () => {
  const { path } = await open()
  expect((await get(path)).text).toContain('#f:not(:has(#q-nps :is([value="0"]')
})

it('speaks the reader’s language, right to left where it is written so', async () => {
  const { path } = await open()
  const page = await get(path, { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.5' })
  expect(page.text).toContain('<html lang="ar" dir="rtl">')
  expect(page.text).toContain('ما مدى احتمال أن توصي بنا؟')
  expect((await get(`${path}?lang=de`)).text).toContain('Wie wahrscheinlich empfehlen Sie uns?')
})

it('turns long questionnaires page by page without losing anything', async () => {
  const questions = Array.from({ length: 30 }, (_, i) => ({
    id: `q${i}`,
    kind: 'csat',
    prompt: `Question ${i}`,
    required: i === 0,
  }))
  const { id, path } = await open({ questions, thanks: [], translations: {} })
  const r = resumeOf((await get(path)).text)
  expect((await post(path, { r, step: '0', do: 'next' })).status).toBe(422)
  const next = await post(path, { r, step: '0', 'q.q0': '5', do: 'next' })
  const second = await get(next.headers.location as string)
  expect(second.text).toContain('Page 2 of 3')
  await post(path, { r, step: '1', 'q.q12': '4', do: 'next' })
  await post(path, { r, step: '2', 'q.q29': '3', do: 'send' })
  const stored = await rows(
    'select question_id from answer a join response r on r.id = a.response_id where r.survey_id = $1 order by 1',
    [id],
  )
  expect(stored.map(row => row.question_id)).toEqual(['q0', 'q12', 'q29'])
})

it('says in words why there is nothing to answer', async () => {
  const { id, path } = await open()
  expect((await get(`${path}x`)).text).toContain('This link leads nowhere')
  expect((await get('/f/nothing')).status).toBe(404)
  expect((await get(`/f/${'%00'}abc`)).status).toBeLessThan(500)
  await app.call('POST', `/surveys/${id}/closures`)
  const closed = await get(path)
  expect(closed.status).toBe(410)
  expect(closed.text).toContain('This survey is closed')
  expect((await post(path, { r: 'x', step: '0', 'q.nps': '3', do: 'send' })).status).toBe(410)
  expect(await count(id)).toBe(0)
})

it('keeps nothing of who answers anonymously, not even while it is unfinished', async () => {
  const { id, path } = await open({ anonymous: true })
  const page = await get(path)
  expect(page.text).toContain('nothing is stored that could name you')
  const r = resumeOf(page.text)
  await post(path, { r, step: '0', 'q.nps': '4', do: 'save' })
  const [kept] = await rows('select person_id, invitation_id, locale, responded_at from response where survey_id = $1', [id])
  expect(kept).toMatchObject({ person_id: null, invitation_id: null, locale: null })
  expect(kept.responded_at.getUTCHours() + kept.responded_at.getUTCMinutes()).toBe(12)
  await post(path, { r, step: '0', 'q.nps': '4', do: 'send' })
  await post(path, { r, step: '0', 'q.nps': '4', do: 'send' })
  expect((await app.call('GET', `/surveys/${id}`)).body.responses).toBe(1)
})

it('answers attacks with words, not with scripts', async () => {
  const evil = '"><script>alert(1)</script>'
  const { path } = await open({ title: evil, translations: {}, questions: [{ ...visit.questions[0], prompt: evil }], thanks: [] })
  const page = await get(
    `${path}?r=${encodeURIComponent(evil)}&lang=${encodeURIComponent(evil)}&score=${encodeURIComponent(evil)}`,
  )
  expect(page.text).not.toContain('<script>alert')
  const r = resumeOf(page.text)
  const wrong = await post(path, { r, step: evil, 'q.nps': evil, do: 'send', 'q.constructor': 'x', __proto__: 'x' } as never)
  expect(wrong.status).toBe(422)
  expect(wrong.text).not.toContain('<script>alert')
  expect((await post(path, { r, 'q.nps': '3'.repeat(300_000) })).status).toBe(413)
  expect((await post(path, { r, step: '0', 'q.nps': '9', do: 'send' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const help = await post(`${path}/help`, { r, message: evil, email: 'x' })
  expect(help.status).toBe(422)
  expect(help.text).not.toContain('<script>alert')
})

it('helps at the place where somebody is stuck, and leads them back to it', async () => {
  const { id, path } = await open()
  const r = resumeOf((await get(path)).text)
  const leave = await post(path, { r, step: '0', 'q.nps': '2', 'q.sorry': 'My secret', at: 'sorry', do: 'help' })
  const ask = await get(leave.headers.location as string)
  expect(ask.text).toContain('<option value="sorry" selected>')
  const sent = await post(`${path}/help`, { r, message: 'What do you mean?', at: 'sorry', email: 'dana@bakery.example' })
  expect(sent.headers.location).toMatch(/asked=1.*#q-sorry$/)
  expect((await get((sent.headers.location as string).split('#')[0]!)).text).toContain('My secret')
  const { items } = (await app.call('GET', `/help-requests?survey=${id}`)).body
  expect(items).toMatchObject([
    { message: 'What do you mean?', question: { id: 'sorry' }, state: 'open', email: 'dana@bakery.example' },
  ])
  expect(JSON.stringify(items)).not.toContain('secret')
  const mails = await rows(`select payload from outbox where kind = 'mail' and key = $1`, [`help ${items[0].id}`])
  expect(mails[0].payload).toMatchObject({ to: 'olga@northwind.example' })
  expect(JSON.stringify(mails)).not.toMatch(/secret|\/f\//)
  expect((await app.call('POST', `/help-requests/${items[0].id}/replies`, { text: 'Whatever bothered you.' })).status).toBe(201)
  const [reply] = await rows(`select id, payload from outbox where key = $1`, [`help-reply ${items[0].id}`])
  expect(reply.payload.to).toBe('dana@bakery.example')
  const mail = (await app.call('GET', `/outbox/${reply.id}`)).body
  expect(mail.text).toContain('Whatever bothered you.')
  const back = /http:\/\/localhost:3000(\/f\/\S+)#q-sorry/.exec(mail.text)![1]!
  expect((await get(back)).text).toContain('My secret')
  const { items: bell } = (await app.call('GET', '/notifications', undefined, { key: null, headers: { cookie: await signIn() } }))
    .body
  expect(bell[0]).toMatchObject({ kind: 'help', href: `/surveys/${id}/help/${items[0].id}` })
  expect((await get(`${path}?r=${r}`)).text).toContain('Whatever bothered you.')
  expect((await app.call('POST', `/help-requests/${items[0].id}/replies`, { text: 'Again' })).body.code).toBe('not_allowed_now')
})

it('may stand inside the pages of a site only by a link made for that', async () => {
  const door = await open()
  expect((await get(door.path)).headers['content-security-policy']).toContain("frame-ancestors 'self'")
  const site = await open({}, { kind: 'site' })
  const page = await get(site.path)
  expect(page.headers['content-security-policy']).toContain('frame-ancestors *')
  expect(page.headers['x-frame-options']).toBeUndefined()
})

const signIn = async () => {
  const { email, password } = owner
  const { headers } = await app.call('POST', '/session', { email, password }, { key: null })
  return String(headers['set-cookie']).split(';')[0]!
}

it('lets who gave a low score ask for a call, with their answers', async () => {
  const { id, path } = await open({ offersCall: true })
  const page = (await get(path)).text
  expect(page).toContain('Please call me about this')
  expect(page).toContain('together with your answers')
  const r = resumeOf(page)
  const low = { r, step: '0', 'q.nps': '1', do: 'send', call: '1' }
  const wrong = await post(path, { ...low, phone: '12' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Type the number')
  expect((await post(path, { ...low, phone: '+49 30 901820' })).status).toBe(303)
  await post(path, { ...low, phone: '+49 30 901820' })
  const { items } = (await app.call('GET', `/help-requests?survey=${id}`)).body
  const [response] = await rows('select id from response where survey_id = $1', [id])
  expect(items).toMatchObject([{ phone: '+49 30 901820', responseId: response.id, state: 'open' }])
  const [mail] = await rows(`select payload from outbox where key = $1`, [`help ${items[0].id}`])
  expect(mail.payload.text).toContain('+49 30 901820')
  expect((await app.call('POST', `/help-requests/${items[0].id}/replies`, { text: 'Rang her.' })).status).toBe(201)
})

it('keeps a number apart from the answers of an anonymous survey, and says so', async () => {
  const { id, path } = await open({ offersCall: true, anonymous: true })
  const page = (await get(path)).text
  expect(page).toContain('apart from your answers')
  await post(path, { r: resumeOf(page), step: '0', 'q.nps': '1', do: 'send', call: '1', phone: '030 901820' })
  const [call] = await rows('select *, xmin::text as tx from help_request where survey_id = $1', [id])
  const [response] = await rows('select *, xmin::text as tx from response where survey_id = $1', [id])
  expect(call).toMatchObject({ phone: '030 901820', response_id: null, asker_hash: null, back_path: null, email: null })
  expect(call.created_at.getTime() % 86_400_000).toBe(43_200_000)
  expect(call.tx).not.toBe(response.tx)
})
