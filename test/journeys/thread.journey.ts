import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, expect, test } from '@playwright/test'
import { dana, olga, omar, password } from '../cast.ts'
import { shoot, takePicture } from '../looking.ts'
import { callProduct } from '../callProduct.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, type Server15, start15 } from '../server15.ts'

const real = join(import.meta.dirname, '../../../shared/data/feedback/nhs_fft_comments.csv')
/** Where Dana was served: a unit of the real file, or of the made-up one. */
const place = existsSync(real) ? 'NEAS' : 'Kelby'

let server: Server15 | undefined
let product: Running
let apiKey: string
let survey: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  if (test.info().project.name === 'server-15') server = await start15(find15()!)
  product = await startProduct(server ? { DATABASE_URL: server.url } : {})
})
test.afterAll(async () => {
  await product?.stop()
  await server?.stop()
})

const call = (method: string, path: string, body?: unknown, type?: string) =>
  callProduct({ url: product.url, key: apiKey }, method, path, body, type)

/** The real comments of patients; without them, some that we made up in the same columns. */
function history(): string {
  if (existsSync(real)) return readFileSync(real, 'utf8')
  console.log(`${real} is absent: the journey goes on with made-up comments`)
  const days = Array.from({ length: 90 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
  const said = ['Quick and kind.', 'Nobody told me when.', 'As always.', 'Waited an hour.', 'Could not be better.', 'It works.']
  const rows = days.map((day, i) => `${day},${i % 3 ? 'Kelby' : 'Saltmouth'},${[5, 2, 4, 1, 5, 3][i % 6]},${said[i % 6]}`)
  return ['date,trust,stars,comment', ...rows].join('\n')
}

const signIn = async (context: BrowserContext, email: string) =>
  expect((await context.request.post(`${product.url}/api/v1/session`, { data: { email, password } })).ok()).toBe(true)

test('Olga creates the organisation and brings in units, people and history', async ({ page }) => {
  await page.goto(product.url)
  await page.getByLabel('Organisation').fill('Northwind Care')
  await page.getByLabel('Your name').fill(olga.name)
  await page.getByLabel('E-mail address').fill(olga.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create your organisation' }).click()
  await expect(page.getByText('Your organisation is ready')).toBeVisible()
  apiKey = await page.getByLabel('Your first API key').inputValue()
  await page.getByRole('button', { name: 'Open the console' }).click()
  await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible()
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await shoot(page, 'thread-empty', ['light'])

  const made = await call('POST', '/surveys', {
    name: 'After your visit',
    locale: 'en',
    questions: [
      { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true },
      { id: 'why', kind: 'text', prompt: 'What could we have done better?' },
    ],
  })
  survey = made.id
  await call('POST', `/surveys/${survey}/publish`, {})
  const map = encodeURIComponent(JSON.stringify({ stars: 'stars', comment: 'why', trust: 'unit', date: 'respondedAt' }))
  const path = `/surveys/${survey}/responses/import?createUnits=true&map=${map}`
  const imported = await call('POST', path, history(), 'text/csv')
  expect(imported.imported).toBeGreaterThan(80)
  const people = `external_id,email,name,unit,role,kind\nE2,${omar.email},${omar.name},${place},manager,staff\n`
  await call('POST', '/people/import', people, 'text/csv')
  // History is history: nobody is alerted about last year.
  expect((await call('GET', '/alerts')).items).toEqual([])
})

test('she switches on a rule, built as a sentence', async ({ page, context }) => {
  await signIn(context, olga.email)
  await page.goto(`${product.url}/rules`)
  await page.getByRole('link', { name: 'Make the first one' }).click()
  await expect(page.getByRole('button', { name: '“How was your visit?” 2 or less' })).toBeVisible()
  await shoot(page, 'thread-rule', ['light'])
  await page.getByLabel('Name').fill('Two stars or fewer')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByRole('link', { name: 'Two stars or fewer' })).toBeVisible()
  await expect(page.getByRole('switch', { name: /Two stars or fewer/ })).toBeChecked()
})

test('Dana answers 1 on her phone; Omar sees it appear, speaks with her, says why, and resolves', async ({ browser }) => {
  const link = await call('POST', `/surveys/${survey}/links`, { name: 'At the door', unit: place })
  const invited = await call('POST', '/members', { email: omar.email, role: 'manager' })
  const omars = await browser.newContext()
  const page = await omars.newPage()
  await page.goto(invited.inviteUrl)
  await page.getByLabel('Your name').fill(omar.name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Join Northwind Care' }).click()
  await expect(page.getByText('Nothing waits for you')).toBeVisible()

  const danas = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const phone = await danas.newPage()
  await phone.goto(link.url)
  await takePicture(phone, 'thread-phone')
  await phone.locator('input[name="q.stars"][value="1"], input[type=radio][value="1"]').first().check({ force: true })
  await phone.getByLabel(/What could we have done better/).fill('I was told twice that someone would call me back. Nobody did.')
  await phone.getByRole('button', { name: /Send/ }).click()
  await expect(phone.getByText(/Thank you/)).toBeVisible()

  // Nobody reloads Omar's page.
  await expect(page.getByRole('link', { name: 'A customer' })).toBeVisible()
  await expect(page.getByText('I was told twice')).toBeVisible()
  await shoot(page, 'thread-my-day', ['light', 'dark'])
  await page.getByRole('button', { name: 'I’ll take it' }).click()
  await page.getByRole('link', { name: 'A customer' }).click()
  await expect(page.getByRole('heading', { name: 'A customer answered 1 of 5' })).toBeVisible()
  await expect(page.getByText(`${omar.name}, manager of ${place}`)).toBeVisible()
  await shoot(page, 'thread-alert', ['light', 'dark'])

  await page.getByLabel('What was said').fill(`Called ${dana.name}: apologised, Carl calls on Monday at nine.`)
  await page.getByRole('button', { name: 'Log the call' }).click()
  await expect(page.getByText('spoke with the customer').first()).toBeVisible()
  await page.getByRole('button', { name: 'Choose a cause' }).click()
  await page.getByRole('searchbox', { name: 'Find or name a cause' }).fill('Call-back not kept')
  await page.getByRole('button', { name: 'New cause “Call-back not kept”' }).click()
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()
  await page.getByRole('radio', { name: 'Put right' }).click({ force: true })
  await page.getByRole('button', { name: 'Resolve', exact: false }).last().click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await shoot(page, 'thread-resolved', ['light'])
  await danas.close()
  await omars.close()
})

test('the number moves: insights show the score with its interval, and the cause', async ({ page, context }) => {
  await signIn(context, olga.email)
  await page.goto(`${product.url}/insights`)
  await expect(page.getByText(/95 % sure it lies between/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Call-back not kept', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: place, exact: true })).toBeVisible()
  await shoot(page, 'thread-insights', ['light', 'dark'])
  const causes = await call('GET', `/insights/causes?survey=${survey}`)
  expect(causes).toMatchObject([{ cause: 'Call-back not kept', n: 1, share: 1 }])
  // A number opens what is behind it.
  await page.getByRole('link', { name: 'Call-back not kept', exact: true }).click()
  await expect(page.getByRole('link', { name: 'A customer' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: place, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Remove Unit' })).toBeVisible()
  await expect(page).toHaveURL(/unit=/)
})
