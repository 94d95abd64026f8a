import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/app.ts'
import { dana, mira, omar } from '../../../../test/cast.ts'
import { answer, type Kelby, openKelby } from '../../../../test/kelby.ts'

let app: TestApp
let at: Kelby
beforeAll(async () => {
  app = await testApp()
  at = await openKelby(app)
  const rule = (name: string, kind: string, when: object) =>
    app.call('POST', '/alert-rules', { name, kind, survey: at.survey, when: { all: [when] } })
  await rule('Two stars or fewer', 'recovery', { question: 'stars', atMost: 2 })
  await rule('Five stars', 'excellence', { question: 'stars', atLeast: 5 })
})
afterAll(() => app.close())

const raise = async (stars = 1, person: object | null = { email: dana.email }, why = 'Nobody called me back.') =>
  (await answer(app, at.survey, { stars, why }, person ? { person } : {})).alertIds[0]!
const step = (id: string, what: string, body: unknown = {}) => app.call('POST', `/alerts/${id}/${what}`, body)
const read = async (id: string) => (await app.call('GET', `/alerts/${id}`)).body
const around = async (id: string) => (await app.call('GET', `/alerts/${id}/surroundings`)).body
const mailed = async (words: string) =>
  (
    await app.database.pool.query(
      `select p.email as to, n.detail from notification n join person p on p.org_id = n.org_id and p.id = n.person_id where n.text like $1`,
      [`%${words}%`],
    )
  ).rows

describe('Omar works with his colleagues', () => {
  it('proves a contact with a link', async () => {
    const id = await raise()
    await step(id, 'contacts', { how: 'mail', note: 'Wrote to her.', evidence: 'https://crm.example/4391' })
    expect((await read(id)).contacts[0]).toMatchObject({ evidence: 'https://crm.example/4391', mentions: [], asks: null })
  })

  it('mentions Mira, who is told with his words', async () => {
    const id = await raise()
    expect((await step(id, 'notes', { note: 'Can you sign it off, @Mira?', mentions: [at.mira] })).status).toBe(201)
    expect((await read(id)).contacts[0].mentions).toEqual([{ id: at.mira, name: mira.name }])
    expect(await mailed('mentions you')).toEqual([expect.objectContaining({ to: mira.email })])
    const wrong = await step(id, 'notes', { note: 'x', mentions: [at.dana] })
    expect(wrong.body.errors[0].path).toBe('mentions.0')
  })

  it('asks a senior for help and keeps the alert', async () => {
    const id = await raise()
    await step(id, 'questions', { to: 'skip', question: 'May I offer her the tanker?' })
    const alert = await read(id)
    expect(alert.owner.email).toBe(omar.email)
    expect(alert.attempts).toBe(0)
    expect(alert.contacts[0]).toMatchObject({ how: 'note', asks: { id: at.mira, name: mira.name } })
    expect((await mailed('asks for your help'))[0]).toMatchObject({ to: mira.email })
  })
})

describe('several alerts of one customer', () => {
  it('become one matter that ends once, and can be taken apart again', async () => {
    const [first, second, third] = [await raise(), await raise(), await raise()]
    expect((await around(first)).others.map((o: { id: string }) => o.id)).toEqual(expect.arrayContaining([second, third]))
    await step(second, 'acknowledgements')
    expect((await step(first, 'mergers', { alerts: [second, third] })).body).toEqual({ id: first, state: 'open' })
    expect((await around(first)).merged).toHaveLength(2)
    expect((await around(second)).partOf.id).toBe(first)
    // It waits once.
    const waiting = (await app.call('GET', `/alerts?state=waiting&person=${at.dana}&limit=200`)).body.items.map(
      (a: { id: string }) => a.id,
    )
    expect(waiting).toContain(first)
    expect(waiting).not.toContain(second)
    expect((await step(second, 'acknowledgements')).body.title).toMatch(/part of another/)
    await step(first, 'contacts', { how: 'call', note: 'All three.' })
    await step(first, 'resolutions', { outcome: 'put-right' })
    expect(await read(third)).toMatchObject({ state: 'resolved', outcome: 'put-right', mergedInto: first })
    // Asked once, not three times.
    const { rows } = await app.database.pool.query('select alert_id from alert_confirmation where alert_id = any($1)', [
      [first, second, third],
    ])
    expect(rows).toEqual([{ alert_id: first }])
    expect((await step(second, 'partings')).body).toEqual({ id: second, state: 'acknowledged' })
    expect(await read(second)).toMatchObject({ state: 'acknowledged', mergedInto: null, outcome: null })
  })

  it('stay two where they are of two customers', async () => {
    const [hers, theirs] = [await raise(), await raise(1, { email: 'carl@elsewhere.example' })]
    expect((await step(hers, 'mergers', { alerts: [theirs] })).body).toMatchObject({
      code: 'not_allowed_now',
      title: 'They are of two customers.',
    })
    expect((await step(hers, 'mergers', { alerts: [hers] })).body.title).toMatch(/part of itself/)
  })
})

describe('many at once', () => {
  const batch = (alerts: string[], work: object) => app.call('POST', '/alerts/batches', { alerts, work })

  it('does what each allows and names the others with the reason', async () => {
    const [first, second] = [await raise(), await raise()]
    await step(second, 'acknowledgements')
    const { body } = await batch([first, second], { do: 'acknowledge' })
    expect(body.done).toEqual([first])
    expect(body.refused).toEqual([{ id: second, name: dana.name, reason: 'Somebody has taken this already.' }])
    const resolved = await batch([first, second], { do: 'resolve', outcome: 'put-right' })
    expect(resolved.body.refused.map((r: { reason: string }) => r.reason)).toEqual(Array(2).fill('Speak with Dana first.'))
  })

  it('hands over, names causes beside those already chosen, resolves', async () => {
    const [first, second] = [await raise(1, null), await raise(1, null)]
    await step(first, 'causes', { causes: ['Late'] })
    expect((await batch([first, second], { do: 'cause', causes: ['No notice'] })).body.done).toHaveLength(2)
    expect((await read(first)).causes.map((c: { name: string }) => c.name)).toEqual(['Late', 'No notice'])
    expect((await batch([first, second], { do: 'hand-over', to: mira.email, reason: 'I am away.' })).body.done).toHaveLength(2)
    expect((await read(second)).owner.email).toBe(mira.email)
    expect((await batch([first, second], { do: 'resolve', outcome: 'explained' })).body.done).toHaveLength(2)
  })

  it('refuses what nobody knows, and more than 200', async () => {
    const nobody = '00000000-0000-7000-8000-000000000001'
    expect((await batch([nobody], { do: 'acknowledge' })).body.refused[0].reason).toMatch(/no such alert/)
    expect((await batch(Array(201).fill(nobody), { do: 'acknowledge' })).status).toBe(400)
  })
})

describe('praise', () => {
  it('thanks the colleague with the customer’s words, once', async () => {
    const id = await raise(5, { email: dana.email }, 'The engineer was kind.')
    expect((await step(id, 'thanks', { to: mira.email, message: 'Well done!' })).body.state).toBe('acknowledged')
    const [mail] = await mailed('thanks you for what Dana')
    expect(mail).toMatchObject({ to: mira.email })
    expect(mail.detail).toContain('The engineer was kind.')
    expect((await step(id, 'thanks', { to: mira.email })).body.code).toBe('already_exists')
    expect((await app.call('GET', `/alerts/${id}/praise`)).body.thanks).toMatchObject([
      { name: mira.name, message: 'Well done!' },
    ])
    expect((await step(await raise(), 'thanks', { to: mira.email })).body.title).toMatch(/Thanks follow from praise/)
  })
})

it('tells what happened with a customer over all channels', async () => {
  const id = await raise()
  const { past } = await around(id)
  const kinds = new Set(past.map((item: { kind: string }) => item.kind))
  expect(kinds).toEqual(new Set(['alert', 'answer', 'mail']))
})
