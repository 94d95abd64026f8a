import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { callProduct } from '../callProduct.ts'
import { castOf } from '../cast.ts'
import { type House, test } from '../house.ts'
import { shoot } from '../looking.ts'

const { olga } = castOf('history')
const real = join(import.meta.dirname, '../../../shared/data/feedback/nhs_fft_comments.csv')
const isReal = existsSync(real)

let house: House
let survey: string
let key: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Care', olga)
  const questions = [
    { id: 'stars', kind: 'rating', prompt: 'How was your experience?' },
    { id: 'comment', kind: 'text', prompt: 'Please tell us why' },
  ]
  survey = (await call('POST', '/surveys', { name: 'Friends and family', locale: 'en', questions })).id
  await call('POST', `/surveys/${survey}/publish`)
})
test.beforeEach(({ page }) => house.signIn(page, olga.email))

const call = (method: string, path: string, body?: unknown) => callProduct({ url: house.url, key }, method, path, body)

/** The real comments of patients; without them, some that we made up in the same columns. */
function history(): { name: string; mimeType: string; buffer: Buffer } {
  const file = { name: 'history.csv', mimeType: 'text/csv' }
  if (isReal) return { ...file, buffer: readFileSync(real) }
  console.log(`${real} is absent: the journey goes on with made-up comments`)
  const days = Array.from({ length: 120 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
  const said = ['Quick and kind.', 'Nobody told me when.', 'As always.', 'Waiting for an hour.']
  const rows = days.map((day, i) => `${day},NEAS,Ambulance,${[5, 2, 4, 1][i % 4]},${said[i % 4]}`)
  return { ...file, buffer: Buffer.from(['date,trust,service,stars,comment', ...rows].join('\n')) }
}
const all = isReal ? '3,682' : '120'

test('a survey without answers says how to get some; Olga drops the file, sees what would happen, and imports it', async ({
  page,
}) => {
  await page.goto(`${house.url}/surveys/${survey}/results`)
  await expect(page.getByRole('heading', { name: 'Nobody has answered yet' })).toBeVisible()
  await shoot(page, 'history-empty')
  await page.getByRole('link', { name: 'Import past answers' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(history())
  await expect(
    page.getByRole('button', { name: /How was your experience\?.*stars|stars.*How was your experience\?/ }),
  ).toBeVisible()
  await page.getByRole('button', { name: /Unit$|^Unit/ }).click()
  await page.getByRole('option', { name: 'trust' }).click()
  await page.getByRole('checkbox', { name: /^service/ }).check({ force: true })
  await page.getByRole('button', { name: 'Try it without changing anything' }).click()
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(all, { exact: true })).toBeVisible()
  if (isReal) await expect(page.getByText('15 rows have no date: they count from the moment of the import.')).toBeVisible()
  await shoot(page, 'history-tried')
  expect((await call('GET', `/surveys/${survey}/results`)).responses).toBe(0)
  await page.getByRole('button', { name: `Import ${all} lines` }).click()
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 120_000 })
  await shoot(page, 'history-imported')
})

test('the results say the finding first, and a number leads to the answers behind it', async ({ page }) => {
  await page.goto(`${house.url}/surveys/${survey}/results`)
  await expect(page.getByText(/^“How was your experience\?” stands at/)).toBeVisible()
  await expect(page.getByRole('link', { name: `${all} answers` })).toBeVisible()
  await shoot(page, 'history-results')
  await page.getByText('As a table').first().click()
  const ones = page.getByRole('row', { name: /^1 / }).getByRole('link')
  const n = Number((await ones.innerText()).replace(/\D/g, ''))
  await ones.click()
  await expect(page).toHaveURL(/atLeast=1&atMost=1/)
  const list = page.getByRole('list', { name: 'Responses' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  const found = await call('GET', `/surveys/${survey}/responses?question=stars&atMost=1&limit=200`)
  expect(found.items).toHaveLength(n)
})

test('she narrows them in words and segment, reads one with the keyboard, and finds her selection again', async ({ page }) => {
  await page.goto(`${house.url}/responses?survey=${survey}`)
  const search = page.getByRole('searchbox', { name: 'Find words in what people wrote' })
  await search.fill('waiting')
  await search.press('Enter')
  await expect(page).toHaveURL(/search=waiting/)
  await page.getByRole('button', { name: 'Segment' }).click()
  await page.getByRole('combobox', { name: 'Segment' }).press('ArrowDown')
  await page.getByRole('option').first().click()
  await expect(page).toHaveURL(/segment\.service=/)
  await expect(page.getByRole('list', { name: 'Responses' }).getByRole('listitem').first()).toContainText(/waiting/i)
  await shoot(page, 'history-browse')
  const place = page.url()
  await page.locator('main h1').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Where it came from' })).toBeVisible()
  await expect(page.locator('.voice')).toContainText(/waiting/i)
  await shoot(page, 'history-one')
  await page.getByRole('navigation', { name: 'You are in' }).getByRole('link', { name: 'Responses' }).click()
  await expect(page).toHaveURL(place)
})

test('exactly what is looked at leaves as a file', async ({ page }) => {
  await page.goto(`${house.url}/responses?survey=${survey}&question=stars&atMost=1`)
  const found = await call('GET', `/surveys/${survey}/responses?question=stars&atMost=1&limit=200`)
  for (const name of ['CSV', 'Excel (XLSX)']) {
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe(name === 'CSV' ? 'responses.csv' : 'responses.xlsx')
    const bytes = readFileSync(await file.path())
    if (name !== 'CSV') expect(bytes.subarray(0, 2).toString()).toBe('PK')
    else expect(bytes.toString().match(/^"?[0-9a-f]{8}-[0-9a-f]{4}-/gm)).toHaveLength(found.items.length)
  }
})

test('an answer that comes in meanwhile is told, and nothing jumps', async ({ page }) => {
  const lineForNews = page.waitForResponse(/\/live\?topics=[^&]*responses/)
  await page.goto(`${house.url}/responses?survey=${survey}`)
  const list = page.getByRole('list', { name: 'Responses' })
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await lineForNews
  await call('POST', `/surveys/${survey}/responses`, { answers: { stars: 1, comment: 'Nobody called me back.' } })
  const told = page.getByRole('button', { name: '1 new answer' })
  await expect(told).toBeVisible()
  await expect(list.getByText('Nobody called me back.')).toHaveCount(0)
  await told.click()
  await expect(list.getByRole('listitem').first()).toContainText('Nobody called me back.')
})

test('the import is taken back whole, and only what came by itself stays', async ({ page }) => {
  await page.goto(`${house.url}/surveys/${survey}/import`)
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('dialog')).toContainText(`Its ${all} answers go`)
  await page.getByRole('button', { name: `Take ${all} answers out` }).click()
  await expect(page.getByText(/^taken back by/)).toBeVisible({ timeout: 60_000 })
  await page.goto(`${house.url}/surveys/${survey}/results`)
  await expect(page.getByRole('link', { name: '1 answer', exact: true })).toBeVisible()
  await shoot(page, 'history-undone')
})
