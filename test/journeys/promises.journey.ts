import { expect, type Page, test } from '@playwright/test'
import { checkAxe } from '../looking.ts'
import { type Running, startProduct } from '../product.ts'

const olga = { org: 'Northwind Water', name: 'Olga Owner', email: 'olga@northwind.example', password: 'correct horse battery' }

let product: Running
test.beforeAll(async () => {
  test.setTimeout(240_000)
  product = await startProduct()
})
test.afterAll(() => product?.stop())

async function shoot(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 360]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width, height: 900 })
      if ((width === 360) === (colorScheme === 'dark')) await checkAxe(page)
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.screenshot({ path: `test-results/shots/promises-${name}-${width}-${colorScheme}.png`, fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('Olga says when Kelby is open, what is promised, and sees what that means on a Friday evening', async ({ page }) => {
  test.setTimeout(240_000)
  await page.request.post(`${product.url}/api/v1/setup`, { data: olga })
  await page.request.post(`${product.url}/api/v1/session`, { data: olga, headers: { origin: product.url } })

  await page.goto(`${product.url}/settings/calendars`)
  await page.getByRole('link', { name: 'New calendar' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Kelby')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/London')
  await page.getByRole('option', { name: 'Europe/London' }).click()
  await page.getByRole('combobox', { name: 'Country' }).fill('United Kingdom')
  await page.getByRole('option', { name: 'United Kingdom' }).click()
  await page.getByRole('button', { name: /^Take over/ }).click()
  await expect(page.getByText('Christmas Day').first()).toBeVisible()
  await shoot(page, 'calendar')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Kelby' })).toBeVisible()

  await page.goto(`${product.url}/settings/promises`)
  await page.getByRole('link', { name: 'New policy' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Business customers')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await expect(page.getByText('the manager’s manager is asked to act').first()).toBeVisible()
  await shoot(page, 'policy')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Business customers' })).toBeVisible()

  await page.getByRole('link', { name: 'Simulator' }).click()
  const date = page.getByRole('group', { name: 'Begins on' })
  await date.getByRole('spinbutton', { name: /day/ }).fill('09')
  await date.getByRole('spinbutton', { name: /month/ }).fill('01')
  await date.getByRole('spinbutton', { name: /year/ }).fill('2026')
  await expect(
    page.getByRole('region', { name: 'With' }).getByText(/Kelby Fri 16:30–17:00: 30 min; Kelby Mon 09:00–09:30: 30 min left/),
  ).toBeVisible()
  await shoot(page, 'simulator')
})
