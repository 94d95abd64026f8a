import { createServer, type Server } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { castOf, unitsCsv } from '../cast.ts'
import { type House, test } from '../house.ts'
import { checkAxe, takePicture } from '../looking.ts'
import { callProduct } from '../callProduct.ts'
import { plain } from '../smtp.ts'

const { dana, olga } = castOf('sending')
let house: House
let key: string
let survey: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Water', olga)
  await call('POST', '/units/import', unitsCsv, 'text/csv')
  await call(
    'POST',
    '/people/import',
    `external_id,email,name,unit,role,kind\nC1,${dana.email},${dana.name},kelby,member,contact\n`,
    'text/csv',
  )
  survey = await publish('After the visit')
})

const mails = () => house.smtp.mails.filter(({ to }) => to === dana.email)
const call = (method: string, path: string, body?: unknown, type?: string) =>
  callProduct({ url: house.url, key }, method, path, body, type)

async function publish(name: string): Promise<string> {
  const question = { id: 'q', kind: 'nps', prompt: 'How likely are you to recommend us?', required: true }
  const { id } = await call('POST', '/surveys', { name, locale: 'en', questions: [question] })
  await call('POST', `/surveys/${id}/publish`, {})
  return id
}

async function shoot(page: Page, name: string): Promise<void> {
  await checkAxe(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await takePicture(page, `sending-${name}`)
}

test('Olga invites the customers of a unit, and Dana answers from her mail', async ({ page, browser }) => {
  await house.signIn(page, olga.email)
  await page.goto(`${house.url}/surveys/${survey}/send`)
  await page.getByRole('link', { name: 'Invite people' }).click()
  await expect(page.getByText('Whom do you ask?')).toBeVisible()
  await shoot(page, 'whom')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Subject').fill('How was our visit, {{first_name|friend}}?')
  await shoot(page, 'message')
  await page.getByRole('button', { name: 'Continue' }).click()
  await shoot(page, 'when')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: '1 of 1 will be asked' })).toBeVisible()
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'How likely are you to recommend us?' })).toBeVisible()
  await shoot(page, 'preview')
  await page.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(page.getByRole('link', { name: 'Invitations, at once' })).toBeVisible()
  await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(1)
  const mail = plain(mails()[0]!.raw)
  expect(mail).toContain('Subject: How was our visit, Dana?')
  const link = /http:\S+\/f\/[\w-]+\?score=9/.exec(mail)![0]
  const phone = await browser.newContext({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false })
  const form = await phone.newPage()
  await form.goto(link)
  await expect(form.getByRole('radio', { name: '9' })).toBeChecked()
  await takePicture(form, 'sending-answer-360')
  await form.locator('button[value="send"]').click()
  await expect(form.getByText(/thank/i).first()).toBeVisible()
  await phone.close()
  await expect(page.getByText('1 sent, 1 answered')).toBeVisible()
})

test('a second survey is held back from her, the list says why, and Olga asks all the same', async ({ page }) => {
  const other = await publish('After the call')
  await call('POST', `/surveys/${other}/sends`, { audience: { list: [{ email: dana.email }] } })
  const states = async () => (await call('GET', `/surveys/${other}/invitations`)).items.map((one: { state: string }) => one.state)
  await expect.poll(states, { timeout: 60_000 }).toEqual(['held'])
  await house.signIn(page, olga.email)
  await page.goto(`${house.url}/surveys/${other}/invitations`)
  await expect(page.getByText('Was asked something else not long ago: After the visit')).toBeVisible()
  await shoot(page, 'held')
  await page.setViewportSize({ width: 360, height: 780 })
  await shoot(page, 'held-360')
  await page.getByRole('button', { name: /Ask anyway/ }).click()
  await expect.poll(() => mails().length, { timeout: 60_000 }).toBe(2)
})

test('every mail stands in the Outbox, as it looks and as text', async ({ page }) => {
  await house.signIn(page, olga.email)
  await page.goto(`${house.url}/outbox`)
  await page.getByRole('link', { name: 'How was our visit, Dana?' }).click()
  await expect(page.frameLocator('iframe').getByText('No more questions like this')).toBeVisible()
  await shoot(page, 'mail')
  await page.getByRole('tab', { name: 'As text' }).click()
  await expect(page.getByText('Choose from 0 to 10')).toBeVisible()
})

test('a site with a strict policy shows the survey in its own page', async ({ page }) => {
  const { id, url } = await call('POST', `/surveys/${survey}/links`, { name: 'Our site', kind: 'site' })
  expect(id).toBeTruthy()
  await house.signIn(page, olga.email)
  await page.goto(`${house.url}/surveys/${survey}/send`)
  await page.getByRole('button', { name: /Snippet/ }).click()
  const snippet = await page.getByLabel('Put this where it is to appear').inputValue()
  await shoot(page, 'snippet')
  const site = await foreignSite(snippet)
  try {
    const errors: string[] = []
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
    await page.goto(site.url)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('radio', { name: '10' })).toBeVisible()
    // The frame grows to the height of the questionnaire: nothing to scroll inside.
    await expect.poll(() => page.locator('iframe').evaluate(node => node.clientHeight)).not.toBe(320)
    await frame.getByRole('radio', { name: '10' }).check({ force: true })
    await frame.locator('button[value="send"]').click()
    await expect(frame.getByText(/thank/i).first()).toBeVisible()
    expect(errors).toEqual([])
    await takePicture(page, 'sending-embedded')
    // Other links may not be shown inside other sites.
    const reply = await fetch(url.replace('localhost', '127.0.0.1'))
    expect(reply.headers.get('content-security-policy')).toContain('frame-ancestors *')
  } finally {
    await new Promise(done => site.server.close(done))
  }
})

function foreignSite(snippet: string): Promise<{ url: string; server: Server }> {
  const policy = `default-src 'none'; script-src ${house.url}; frame-src ${house.url}`
  const server = createServer((_request, reply) => {
    reply.setHeader('content-type', 'text/html').setHeader('content-security-policy', policy)
    reply.end(`<!doctype html><html lang="en"><title>A shop</title><h1>A shop</h1>${snippet}</html>`)
  })
  return new Promise(done =>
    server.listen(0, '127.0.0.1', () => {
      server.unref()
      done({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}`, server })
    }),
  )
}
