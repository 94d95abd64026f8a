import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { castOf, unitsCsv } from '../cast.ts'
import { carry, drag } from '../drag.ts'
import { shoot } from '../looking.ts'
import { type House, test } from '../house.ts'

const { dana, olga, peopleCsv } = castOf('people')
let house: House
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  await house.openOrg('Northwind Water', olga)
  page = await house.enter()
  await house.signIn(page, olga.email)
})
test.afterAll(() => house?.leave(page))

const open = async (path: string, heading: string) => {
  await page.goto(house.url + path)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('Olga imports the units: tried first, then taken', async () => {
  await open('/people/units', 'Units')
  await expect(page.getByText('No units yet')).toBeVisible()
  await page.getByRole('link', { name: 'Import units' }).click()
  await page.locator('input[type=file]').setInputFiles(csv('units.csv', `${unitsCsv}loop,loop,Loop\n`))
  await page.getByRole('button', { name: 'Try it without changing anything' }).click()
  await expect(page.getByText('it would stand below itself: loop → loop (line 6)')).toBeVisible()
  await shoot(page, 'people-import-units')
  await page.getByRole('button', { name: 'Import 4 lines' }).click()
  await page.getByRole('link', { name: 'See the units' }).click()
  await expect(page.getByRole('row', { name: /Kelby/ })).toBeVisible()
})

test('she imports people from a file with other column names', async () => {
  await open('/people/import', 'Import people')
  const file = peopleCsv.replace('external_id', 'employee no').replace('account', 'company').replace('\n', ',plan\n')
  await page.locator('input[type=file]').setInputFiles(csv('staff.csv', file))
  await page.getByRole('button', { name: /Number in other systems/ }).click()
  await page.getByRole('option', { name: 'employee no' }).click()
  await page.getByRole('button', { name: /Customer account/ }).click()
  await page.getByRole('option', { name: 'company' }).click()
  await page.getByRole('button', { name: 'Try it without changing anything' }).click()
  await expect(page.getByText('What would happen')).toBeVisible()
  await shoot(page, 'people-import-people')
  await page.getByRole('button', { name: 'Import 3 lines' }).click()
  await page.getByRole('link', { name: 'See the people' }).click()
  await expect(page.getByRole('link', { name: /Dana Whitlock/ })).toBeVisible()
  await shoot(page, 'people-list')
})

test('she drags Saltmouth to Northmoor with the mouse; it moves from the day that she says', async () => {
  await open('/people/units', 'Units')
  // A unit finds no place below itself.
  await carry(page, page.getByRole('row', { name: /Northmoor/ }), page.getByRole('row', { name: /Kelby/ }))
  await expect(page.locator('[data-drop-target]')).toHaveCount(0)
  await page.mouse.up()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await drag(page, page.getByRole('row', { name: /Saltmouth/ }), page.getByRole('row', { name: /Northmoor/ }))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Below' })).toHaveValue('Northmoor')
  await shoot(page, 'people-dragged')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const names = /Northmoor|Kelby|Saltmouth|Westbay/
  const order = async () => (await page.getByRole('row').allInnerTexts()).map(text => names.exec(text)?.[0])
  await expect.poll(order).toEqual(['Northmoor', 'Kelby', 'Saltmouth', 'Westbay'])
})

test('she moves Kelby next month and looks at the tree before and after', async () => {
  await open('/people/units', 'Units')
  await page.getByRole('button', { name: 'More about Kelby' }).click()
  await page.getByRole('menuitem', { name: 'Move' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Below' }).fill('Westb')
  await page.getByRole('option', { name: /Westbay/ }).click()
  await dialog.getByText(/Next month/).click()
  await shoot(page, 'people-move')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText(/moves to Westbay on/)).toBeVisible()
  await shoot(page, 'people-units')
})

test('she sees Omar whole, notes when he is away and who stands in', async () => {
  await open('/people?q=omar', 'People')
  await page.getByRole('link', { name: /Omar Haddad/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Omar Haddad' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mira Lindqvist' })).toBeVisible()
  await shoot(page, 'people-person')
})

test('she erases Dana after reading what goes and what stays', async () => {
  await open('/people?q=dana', 'People')
  await page.getByRole('link', { name: /Dana Whitlock/ }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const kept = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download everything kept about them' }).click()
  expect((await kept).suggestedFilename()).toBe('personal-data.json')
  expect(JSON.stringify(JSON.parse(readFileSync(await (await kept).path(), 'utf8')))).toContain(dana.email)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Erase this person' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Goes, and cannot be brought back')).toBeVisible()
  await dialog.getByLabel(/Type “Dana Whitlock”/).fill('Dana Whitlock')
  await shoot(page, 'people-erase')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByText(/This person was erased on/)).toBeVisible()
  await open('/people', 'People')
  await expect(page.getByText('Mira Lindqvist').first()).toBeVisible()
  await expect(page.getByText('Dana Whitlock')).toHaveCount(0)
})

test('an import leaves Dana out, and says so anew when Olga takes erased people too', async () => {
  await open('/people/import', 'Import people')
  await page.locator('input[type=file]').setInputFiles(csv('again.csv', `email,name\n${dana.email},${dana.name}\n`))
  await page.getByRole('button', { name: 'Try it without changing anything' }).click()
  await expect(page.getByRole('button', { name: 'Import 0 lines' })).toBeDisabled()
  await page.getByText('Also take people who were erased on request').click()
  await expect(page.getByRole('button', { name: 'Import 1 line' })).toBeEnabled()
  await page.getByText('Also take people who were erased on request').click()
  await expect(page.getByRole('button', { name: 'Import 0 lines' })).toBeDisabled()
})

test('Dana asks to be here again', async () => {
  await open('/people', 'People')
  await page.getByRole('button', { name: 'New person' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: false }).first().fill(dana.name)
  await dialog.getByLabel('E-mail').fill(dana.email)
  await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
  await expect(dialog.getByText(/Add them only if they asked for it themselves/)).toBeVisible()
  await dialog.getByText('They asked to be here again').click()
  await shoot(page, 'people-again')
  await dialog.getByRole('button', { name: 'Add', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: dana.name })).toBeVisible()
})

test('she finds accounts and teams beside them', async () => {
  await open('/people/accounts', 'Customer accounts')
  await expect(page.getByText("Whitlock's Bakery")).toBeVisible()
  await shoot(page, 'people-accounts')
  await open('/people/teams', 'Teams')
  await page.getByRole('button', { name: 'New team' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Callbacks')
  await dialog.getByRole('combobox', { name: 'Add a colleague' }).fill('Omar')
  await page.getByRole('option', { name: /Omar Haddad/ }).click()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('Callbacks')).toBeVisible()
  await shoot(page, 'people-teams')
})
