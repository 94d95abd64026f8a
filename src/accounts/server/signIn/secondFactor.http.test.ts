import { base32 } from '@better-auth/utils/base32'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { owner, type TestApp, testApp } from '../../../../test/app.ts'
import { mailsTo, tokenIn, type Visitor, visitor } from '../../../../test/browserless.ts'
import { codeAt } from './oneTimeCode.ts'

let app: TestApp
let olga: Visitor
let secret: string
let recovery: string[]
beforeAll(async () => {
  app = await testApp()
  olga = visitor(app)
  await olga.call('POST', '/session', owner)
})
afterAll(() => app.close())

const half = 30_000
/** The app's code of a step after those that were used. */
const code = (steps = 0) => codeAt(secret, new Date(Date.now() + steps * half))
const firstStep = async (who: Visitor) =>
  (await who.call('POST', '/session', { email: owner.email, password: owner.password })).body.ticket as string
/** As if an hour had passed: codes of old steps are long gone. */
const later = () => app.database.pool.query('update second_factor set last_step = 0; delete from attempt')

it('sets up a second factor with the password and the first code, and shows recovery codes once', async () => {
  expect((await olga.call('POST', '/second-factor', { password: 'wrong' })).status).toBe(400)
  const { body } = await olga.call('POST', '/second-factor', { password: owner.password })
  expect(body.qr).toMatch(/^data:image\/svg\+xml/)
  secret = new TextDecoder().decode(base32.decode(body.secret))
  expect((await olga.call('POST', '/second-factor/confirmations', { code: '000000' })).status).toBe(400)
  const confirmed = await olga.call('POST', '/second-factor/confirmations', { code: await code() })
  recovery = confirmed.body.recoveryCodes
  expect(recovery).toHaveLength(10)
  const { rows } = await app.database.pool.query('select secret from second_factor')
  expect(rows[0].secret).not.toContain(secret)
})

it('asks for the code after the password, and takes each code once', async () => {
  const home = visitor(app)
  const ticket = await firstStep(home)
  expect((await home.call('GET', '/api-keys')).status).toBe(401)
  await later()
  const now = await code()
  expect((await home.call('POST', '/session/second-factors', { ticket, code: now })).status).toBe(200)
  expect((await home.call('GET', '/api-keys')).status).toBe(200)
  const shoulder = visitor(app)
  const again = await shoulder.call('POST', '/session/second-factors', { ticket: await firstStep(shoulder), code: now })
  expect(again.body.code).toBe('wrong_credentials')
})

it('asks for the code after a link from a mail as well', async () => {
  const phone = visitor(app)
  await phone.call('POST', '/session/link-mails', { email: owner.email })
  const mail = await mailsTo(app, owner.email)
  const reply = await phone.call('POST', '/session/links', { token: tokenIn(mail[0]) })
  expect(reply.body.kind).toBe('second-factor')
  expect(phone.cookie()).toBeUndefined()
})

it('takes a recovery code once, typed as people type', async () => {
  const lost = visitor(app)
  const typed = ` ${recovery[0]!.toUpperCase().replace('-', ' ')} `.trim()
  expect((await lost.call('POST', '/session/second-factors', { ticket: await firstStep(lost), code: typed })).status).toBe(200)
  const again = visitor(app)
  expect((await again.call('POST', '/session/second-factors', { ticket: await firstStep(again), code: typed })).status).toBe(401)
})

it('gives a guesser five tries a sign-in and ten a quarter of an hour', async () => {
  await later()
  const guesser = visitor(app)
  const statuses = async () => {
    const ticket = await firstStep(guesser)
    const replies = []
    for (let i = 0; i < 6; i++)
      replies.push((await guesser.call('POST', '/session/second-factors', { ticket, code: `00000${i}` })).status)
    return replies
  }
  expect(await statuses()).toEqual([401, 401, 401, 401, 401, 410])
  expect(await statuses()).toEqual([401, 401, 401, 401, 401, 410])
  expect((await statuses())[0]).toBe(429)
})

it('is switched off with password and code', async () => {
  await later()
  expect((await olga.call('POST', '/second-factor/removals', { password: owner.password, code: '000000' })).status).toBe(400)
  expect((await olga.call('POST', '/second-factor/removals', { password: owner.password, code: await code(1) })).status).toBe(200)
  expect((await visitor(app).call('POST', '/session', owner)).body.kind).toBe('signed-in')
  expect((await mailsTo(app, owner.email)).map(mail => mail.subject)).toContain('Your second factor was switched off')
})
