import { expect, type Page, test } from '@playwright/test'
import type { AlertItem } from '../../../src/alerts/contract.ts'
import { step } from '../../house.ts'
import { shoot, takePicture } from '../../looking.ts'
import { passTimeOfAlerts, passTimeOfJobs } from '../../passTime.ts'
import type { Running } from '../../product.ts'

const answersOf = async (page: Page) => {
  const words = page.getByText(/^[\d,]+ answers$/).first()
  return Number((await words.innerText()).replace(/\D/g, ''))
}

/**
 * A story told in the demo, which a newcomer has just entered. What they wait for is planned, and that time is let pass here: 40
 * seconds until an unhappy customer comes, 45 more until nobody at the depot reacted. That leaves half a minute of two to whoever watches.
 */
export async function watchForMinutes(page: Page, { url, dataDir }: Running, enteredAt: number): Promise<void> {
  await page.getByRole('button', { name: 'What to watch' }).click()
  await page.getByRole('link', { name: 'The number moves' }).click()
  await expect(page.getByText(/95 % sure it lies between/)).toBeVisible()
  const before = await answersOf(page)
  await page.getByRole('button', { name: 'What to watch' }).click()
  await page.getByRole('link', { name: 'An alert arrives' }).click()

  await step('an alert arrives, and its loop is closed', async () => {
    await passTimeOfJobs(dataDir, 40)
    const fresh = page.getByRole('region', { name: 'Today' }).getByRole('listitem').first()
    await expect(fresh).toBeVisible({ timeout: 30_000 })
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
  })

  await step('an escalation fires', async () => {
    const newAtKelby = async (): Promise<string[]> => {
      const { items } = await (await page.request.get(`${url}/api/v1/alerts?unit=kelby&kind=recovery&limit=20`)).json()
      return items.filter((one: AlertItem) => Date.parse(one.openedAt) > enteredAt).map(({ id }: AlertItem) => id)
    }
    await expect.poll(newAtKelby, { timeout: 30_000 }).not.toEqual([])
    await passTimeOfAlerts(dataDir, 45, await newAtKelby())
    // To close the bell is to have read what is in it: it is opened once, when the news has come.
    const told = /has not acknowledged this in time.*Kelby/
    const news = async (): Promise<string[]> => {
      const { items } = await (await page.request.get(`${url}/api/v1/notifications`)).json()
      return items.map(({ text, detail }: { text: string; detail: string | null }) => `${text} ${detail ?? ''}`)
    }
    await expect.poll(news, { timeout: 60_000 }).toContainEqual(expect.stringMatching(told))
    await page.goto(`${url}/my-day?of=team`)
    await page
      .getByRole('button', { name: /^Notifications/ })
      .first()
      .click()
    const fresh = page.getByRole('dialog', { name: 'Notifications' }).getByRole('region', { name: 'New' })
    // More than three of a kind are told in one line.
    await expect(
      fresh
        .getByText(told)
        .or(fresh.getByText(/reached you from below/))
        .first(),
    ).toBeVisible()
    await takePicture(page, 'minutes-bell')
    await page.keyboard.press('Escape')
  })

  await test.step('the number moves', async () => {
    await page.goto(`${url}/insights?time=30`)
    // Whoever was slow to look at it first has counted the unhappy one already: then it is those who come by each minute that move it.
    const moved = async () => {
      await passTimeOfJobs(dataDir, 60)
      return answersOf(page)
    }
    await expect.poll(moved, { timeout: 90_000, intervals: [1_000] }).toBeGreaterThan(before)
  })

  await step('praise arrives, and the wall is full of it', async () => {
    await page.goto(`${url}/my-day`)
    await passTimeOfJobs(dataDir, 40)
    await expect(page.getByText('promoter').first()).toBeAttached({ timeout: 30_000 })
    await page.goto(`${url}/wall`)
    await expect(page.getByRole('button', { name: /^Applaud \d/ }).first()).toBeVisible()
    await shoot(page, 'minutes-wall')
    await page.goto(`${url}/my-day?of=team`)
    await page.getByRole('button', { name: 'What to watch' }).click()
    await expect(page.getByText('An escalation fires')).toBeVisible()
    // Open, it stands beside the landmarks of the page, which are hidden meanwhile.
    await shoot(page, 'minutes-what-to-watch', ['light', 'dark'], ['region'])
  })
}
