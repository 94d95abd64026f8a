import { expect, type Page, test } from '@playwright/test'
import { olga, password } from '../cast.ts'
import { shoot } from '../looking.ts'
import { type Running, startProduct } from '../product.ts'
import { askInsights } from './demo/insights.ts'
import { watchForMinutes } from './demo/minutes.ts'

// To make the demo takes a while: all stories that are told in it share one.
let product: Running
let page: Page
let enteredAt: number

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  page = await browser.newPage()
})
test.afterAll(() => product?.stop())

test('a newcomer has the demo made for them', async () => {
  test.setTimeout(600_000)
  await page.goto(product.url)
  await expect(page.getByRole('button', { name: 'Create your organisation' })).toBeVisible()
  await shoot(page, 'demo-welcome')
  enteredAt = Date.now()
  await page.getByRole('link', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByText('It is being prepared')).toBeVisible()
  await untilMade()
  await expect(page.getByText('You are in the demo organisation')).toBeVisible()
})

/** It takes as long as the machine takes; but a minute in which nothing goes on is too much. */
async function untilMade(): Promise<void> {
  const share = async (): Promise<number> => {
    if (await page.getByRole('heading', { name: 'My day' }).isVisible()) return 100
    const now = page.getByRole('progressbar').getAttribute('aria-valuenow', { timeout: 1_000 })
    return now.then(Number).catch(() => 0)
  }
  for (let before = 0; before < 100; before = Math.max(before, await share()))
    await expect.poll(share, { timeout: 60_000 }).toBeGreaterThan(before)
}

test('within two minutes a newcomer sees an alert arrive, an escalation fire, closes a loop and sees the number move', async () => {
  test.setTimeout(300_000)
  await watchForMinutes(page, product, enteredAt)
})

test('a newcomer looks around in the demo', async () => {
  await page.goto(`${product.url}/my-day`)
  await expect(page.getByRole('button', { name: 'I’ll take it' }).first()).toBeVisible()
  await shoot(page, 'demo-my-day')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^[A-Z]\w+ [A-Z]\w+$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /(scored|answered) \d/ })).toBeVisible()
  await shoot(page, 'demo-alert')

  await page.getByRole('link', { name: 'Insights', exact: true }).click()
  await expect(page.getByText(/95 % sure it lies between/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Northmoor', exact: true })).toBeVisible()
  await shoot(page, 'demo-insights')
  await page.goto(`${product.url}/insights?time=all`)
  const course = page.getByRole('figure').filter({ has: page.getByRole('img', { name: /^Net Promoter Score from / }) })
  await course.getByText('As a table').click()
  // The course goes back eighteen months, and the table has a head.
  await expect.poll(() => course.getByRole('row').count()).toBeGreaterThan(18)
})

test('Olga asks why the score fell, for whom, what it costs and whether calling helped; keeps the view and takes it along', async () => {
  test.setTimeout(300_000)
  await askInsights(page, product)
})

test('a newcomer removes the demo, and creates their own organisation', async () => {
  await page.goto(product.url)
  await page.getByRole('button', { name: 'Remove the demo' }).click()
  await expect(page.getByRole('button', { name: 'Create your organisation' })).toBeVisible({ timeout: 60_000 })
  await page.getByLabel('Organisation').fill('Fernside Care')
  await page.getByLabel('Your name').fill(olga.name)
  await page.getByLabel('E-mail address').fill(olga.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create your organisation' }).click()
  await page.getByRole('button', { name: 'Open the console' }).click()
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
  await expect(page.getByText('You are in the demo organisation')).toBeHidden()
})
