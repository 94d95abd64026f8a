import { expect } from '@playwright/test'
import { castOf } from '../cast.ts'
import { test } from '../house.ts'
import { shoot } from '../looking.ts'

const { olga } = castOf('promises')

test('Olga says when Kelby is open, what is promised, and sees what that means on a Friday evening', async ({ page, house }) => {
  await house.openOrg('Northwind Water', olga)
  await house.signIn(page, olga.email)

  await page.goto(`${house.url}/settings/calendars`)
  await page.getByRole('link', { name: 'New calendar' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Kelby')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/London')
  await page.getByRole('option', { name: 'Europe/London' }).click()
  await page.getByRole('combobox', { name: 'Country' }).fill('United Kingdom')
  await page.getByRole('option', { name: 'United Kingdom' }).click()
  await page.getByRole('button', { name: /^Take over/ }).click()
  await expect(page.getByText('Christmas Day').first()).toBeVisible()
  await shoot(page, 'promises-calendar')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: 'Kelby' })).toBeVisible()

  await page.goto(`${house.url}/settings/promises`)
  await page.getByRole('link', { name: 'New policy' }).first().click()
  await page.getByLabel('Name', { exact: true }).fill('Business customers')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await expect(page.getByText('the manager’s manager is asked to act').first()).toBeVisible()
  await shoot(page, 'promises-policy')
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
  await shoot(page, 'promises-simulator')
})
