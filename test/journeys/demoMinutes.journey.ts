import { expect, type Page, test } from '@playwright/test'
import { shoot } from '../looking.ts'
import { type Running, startProduct } from '../product.ts'

const shots = 'test-results/shots'
let product: Running

test.beforeAll(async () => {
  test.setTimeout(240_000)
  product = await startProduct()
})
test.afterAll(() => product?.stop())

const answersOf = async (page: Page) => {
  const words = page.getByText(/^[\d,]+ answers$/).first()
  return Number((await words.innerText()).replace(/\D/g, ''))
}

test('within two minutes a newcomer sees an alert arrive, an escalation fire, closes a loop and sees the number move', async ({
  page,
}) => {
  test.setTimeout(600_000)
  page.setDefaultTimeout(120_000)
  await page.goto(product.url)
  await page.getByRole('link', { name: 'Explore the demo organisation' }).click()
  await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible({ timeout: 240_000 })
  const began = Date.now()
  const seen: string[] = []
  const after = (what: string) => seen.push(`${Math.round((Date.now() - began) / 1000)} s: ${what}`)

  await page.getByRole('button', { name: 'What to watch' }).click()
  await page.getByRole('link', { name: 'The number moves' }).click()
  await expect(page.getByText(/95 % sure it lies between/)).toBeVisible()
  const before = await answersOf(page)
  await page.getByRole('button', { name: 'What to watch' }).click()
  await page.getByRole('link', { name: 'An alert arrives' }).click()

  await test.step('an alert arrives, and its loop is closed', async () => {
    const fresh = page.getByRole('region', { name: 'Today' }).getByRole('listitem').first()
    await expect(fresh).toBeVisible({ timeout: 90_000 })
    after('an alert arrived')
    await fresh.getByRole('link').first().click()
    // The list stands until the page behind it is there.
    await expect(page.getByRole('button', { name: 'I’ll take it' })).toHaveCount(1)
    await page.getByRole('button', { name: 'I’ll take it' }).click()
    await page.getByLabel('What was said').fill('Apologised. An engineer comes on Thursday at nine.')
    await page.getByRole('button', { name: 'Log the call' }).click()
    await expect(page.getByText(/spoke with/).first()).toBeVisible()
    await page.getByRole('button', { name: /Choose a cause/ }).click()
    await page.getByRole('searchbox', { name: 'Find or name a cause' }).fill('Appointment not kept')
    await page.getByRole('list', { name: 'Causes' }).getByRole('button', { name: 'Appointment not kept' }).click()
    await expect(page.getByRole('row', { name: 'Appointment not kept' })).toBeVisible()
    await page.getByRole('button', { name: 'Resolve', exact: false }).last().click()
    await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
    after('the loop was closed')
  })

  await test.step('an escalation fires', async () => {
    await page.goto(`${product.url}/my-day?of=team`)
    const bell = page.getByRole('button', { name: /^Notifications/ }).first()
    await expect(async () => {
      await bell.click()
      const fresh = page.getByRole('dialog', { name: 'Notifications' }).getByRole('region', { name: 'New' })
      const isTold = await fresh.getByText(/has not acknowledged this in time.*Kelby/).count()
      if (!isTold) await page.keyboard.press('Escape')
      expect(isTold).toBeGreaterThan(0)
    }).toPass({ timeout: 90_000, intervals: [1_000] })
    after('an escalation fired')
    await page.screenshot({ path: `${shots}/minutes-bell.png` })
    await page.keyboard.press('Escape')
  })

  await test.step('the number moves', async () => {
    await page.goto(`${product.url}/insights?time=30`)
    await expect.poll(() => answersOf(page), { timeout: 30_000 }).toBeGreaterThan(before)
    after('the number moved')
  })
  const took = Date.now() - began
  console.log(seen.join('\n'))

  await test.step('praise arrives, and the wall is full of it', async () => {
    await page.goto(`${product.url}/my-day`)
    await expect(page.getByText('promoter').first()).toBeAttached({ timeout: 120_000 })
    await page.goto(`${product.url}/wall`)
    await expect(page.getByRole('button', { name: /^Applaud \d/ }).first()).toBeVisible()
    await shoot(page, 'minutes-wall')
    await page.goto(`${product.url}/my-day?of=team`)
    await page.getByRole('button', { name: 'What to watch' }).click()
    await expect(page.getByText('An escalation fires')).toBeVisible()
    // Open, it stands beside the landmarks of the page, which are hidden meanwhile.
    await shoot(page, 'minutes-what-to-watch', ['light', 'dark'], ['region'])
  })
  expect(took, seen.join('\n')).toBeLessThan(120_000)
})
