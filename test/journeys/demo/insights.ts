import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { step } from '../../house.ts'
import { shoot } from '../../looking.ts'
import type { Running } from '../../product.ts'

/** A story told in the demo, which is open on the page. */
export async function askInsights(page: Page, product: Running): Promise<void> {
  await page.goto(product.url)
  await page.getByRole('link', { name: 'Insights', exact: true }).click()

  await step('the last 90 days: the change, and what it is made of', async () => {
    await page.getByRole('button', { name: 'Last 90 days' }).click()
    await page.getByRole('button', { name: 'All answers' }).click()
    await expect(page).toHaveURL(/time=all/)
    await page.getByRole('button', { name: 'All answers' }).click()
    await page.getByRole('button', { name: 'Last 90 days' }).click()
    await expect(page).toHaveURL(/time=90/)
    await expect(page.getByText(/^Northmoor fell by [\d.]+, and that is not chance\.$/)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Units' }).getByRole('row').nth(1)).toContainText('Northmoor')
    await expect(page.getByRole('heading', { name: /^From −?[\d.]+ to −?[\d.]+$/ })).toBeVisible()
    await expect(page.getByRole('img', { name: /NPS from .* step by step/ })).toBeVisible()
    await expect(page.getByText('Time to close').first()).toBeVisible()
    await expect(page.getByText('Won back', { exact: true }).first()).toBeVisible()
  })

  await step('causes by quarter, what outcomes achieved, what moves it', async () => {
    await expect(page.getByText(/of the alerts of Q\d \d{4} came from “/)).toBeVisible()
    await expect(page.getByRole('table', { name: 'Outcomes' }).getByText('Nobody spoke with them')).toBeVisible()
    await shoot(page, 'insights-quarter')
  })

  await step('one segment, and the hierarchy as it was', async () => {
    await page.getByRole('table', { name: 'customer' }).getByRole('link', { name: 'Business' }).click()
    await expect(page).toHaveURL(/segment\.customer=Business/)
    await expect(page.getByText('of everybody, not only of Business')).toBeVisible()
    await page.getByRole('radio', { name: 'As they were' }).click()
    await expect(page).toHaveURL(/tree=was/)
    await expect(page.getByText(/No unit moved in these days|Units moved in these days/)).toBeVisible()
  })

  await step('a number opens the answers behind it', async () => {
    const link = page
      .getByRole('table', { name: 'Units' })
      .getByRole('row', { name: /Northmoor/ })
      .getByRole('link')
      .last()
    const n = await link.innerText()
    await link.click()
    await expect(page).toHaveURL(/\/responses\?.*segment\.customer=Business/)
    await expect(page.getByText('Business').first()).toBeVisible()
    expect(Number(n)).toBeGreaterThan(0)
    await page.goBack()
  })

  await step('so does a bar, a point of the course, and what was closed; the list says what it is narrowed to', async () => {
    const rows = async () =>
      Number(await page.getByRole('list', { name: 'Responses' }).locator('li').first().getAttribute('aria-setsize'))
    const bar = page.getByRole('link', { name: /^\d+ answered 3$/ })
    const answered = Number(
      (
        await page
          .getByText(/^[\d,]+ answers$/)
          .first()
          .innerText()
      ).replace(/\D/g, ''),
    )
    const given = Number((await bar.getAttribute('aria-label'))!.split(' ')[0])
    await bar.click()
    await expect(page).toHaveURL(/atLeast=3&atMost=3/)
    await expect(page.getByText('Business').first()).toBeVisible()
    // The demo's customers go on answering: there may be some more by now, but not all that answered anything.
    await expect.poll(rows).toBeGreaterThanOrEqual(given)
    expect(await rows()).toBeLessThan(answered / 2)
    await page.goBack()
    await page
      .getByRole('link', { name: /: −?\d+, \d+ answers?$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/responses\?.*state=complete/)
    await page.goBack()
    const northmoor = page.getByRole('table', { name: 'Units' }).getByRole('row', { name: /Northmoor/ })
    await northmoor
      .getByRole('link', { name: /^of \d+$/ })
      .first()
      .click()
    await expect(page).toHaveURL(/\/alerts\?tab=all.*segment\.customer=Business/)
    await expect(
      page
        .getByRole('button', { name: /Business/ })
        .or(page.getByText('Business'))
        .first(),
    ).toBeVisible()
    await shoot(page, 'insights-alerts-behind')
    await page.goBack()
    await page.getByText('What each number means').click()
    await expect(page.getByText(/A promise once broken stays broken/).first()).toBeVisible()
  })

  await step('the view is kept under a name and comes back', async () => {
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByLabel('Name').fill('Business, 90 days')
    await page.getByText('Colleagues see it too').click()
    await page.getByRole('button', { name: 'Save view' }).click()
    await expect(page.getByRole('button', { name: 'Business, 90 days' })).toBeVisible()
    await page.goto(`${product.url}/insights`)
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: /^Business, 90 days/ }).click()
    await expect(page).toHaveURL(/segment\.customer=Business/)
    await expect(page).toHaveURL(/time=90/)
  })

  await step('what is shown is taken along as CSV and as a spreadsheet', async () => {
    const saved = async (kind: string) => {
      await page.getByRole('button', { name: 'Export' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: kind }).click()])
      return download.path()
    }
    expect(readFileSync(await saved('CSV'), 'utf8')).toMatch(/Units,Northmoor,score,-?\d/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await saved('Excel (XLSX)'))
    expect(book.getWorksheet('Causes')!.rowCount).toBeGreaterThan(3)
    await shoot(page, 'insights-segment')
  })

  await step('what moves the score, where a survey rates several things', async () => {
    await page.goto(`${product.url}/insights?time=all&segment.customer=Business`)
    await page.getByRole('button', { name: /^Survey/ }).click()
    await page.getByRole('menuitem', { name: 'Employee pulse' }).click()
    await expect(page).not.toHaveURL(/segment/)
    const drivers = page.getByRole('table', { name: 'What moves it' }).getByRole('row')
    await expect(drivers.filter({ hasText: 'What I say counts.' })).toBeVisible()
    expect(await drivers.count()).toBeGreaterThan(3)
  })

  await step('a unit opens to those below it', async () => {
    await page.goto(`${product.url}/insights?time=90`)
    await page.getByRole('table', { name: 'Units' }).getByRole('link', { name: 'Northmoor', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Units of Northmoor' })).toBeVisible()
    await expect(page.getByRole('table', { name: 'Units' }).getByRole('link', { name: 'Kelby', exact: true })).toBeVisible()
  })
}
