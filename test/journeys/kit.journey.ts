import { expect, type Page } from '@playwright/test'
import { openChoices } from '../choices.ts'
import { test } from '../house.ts'
import { checkAxe, doesNotScrollSideways, isLookedAt, takePicture } from '../looking.ts'

let url: string
test.beforeAll(({ house }) => void (url = house.url))

const open = async (page: Page, address = '/kit') => {
  await page.goto(url + address)
  await expect(page.locator('main h1')).toBeVisible()
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 360].filter(width => isLookedAt(colorScheme, width))) {
    test(`every component is free of axe violations and of sideways scrolling, ${colorScheme} at ${width} px`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await open(page)
      await checkAxe(page)
      await doesNotScrollSideways(page, width)
      await takePicture(page, `kit-${width}-${colorScheme}`)
    })
  }
}

test('what floats opens with a press, is free of axe violations and goes with Escape', async ({ page }) => {
  await open(page)
  for (const name of ['Menu', 'Dialog', 'Sheet']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole(name === 'Menu' ? 'menu' : 'dialog')).toBeVisible()
    await checkAxe(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole(name === 'Menu' ? 'menu' : 'dialog')).toHaveCount(0)
  }
})

test('what a field offers while one types leaves the page readable beside it, and is free of axe violations', async ({
  page,
}) => {
  await open(page)
  const field = page.getByRole('combobox', { name: 'Owner', exact: true })
  await openChoices(field)
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.locator('main h1')).not.toHaveAttribute('aria-hidden')
  await checkAxe(page)
  await field.fill('nobody of this name')
  await expect(page.getByText('Nothing found')).toBeVisible()
  await checkAxe(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toHaveCount(0)
})

test('a list of ten thousand is walked through with j and k and opened with Enter', async ({ page }) => {
  await open(page)
  await page.getByRole('tab', { name: /Everybody/ }).click()
  await page.locator('main h1').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Farid Mansour 1 opens')).toBeVisible()
  expect(await page.locator('tr[data-row]').count()).toBeLessThan(120)
})

test('the palette changes the theme, and the choice outlives a reload without a flash', async ({ page }) => {
  await open(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox', { name: 'Find or do anything' }).pressSequentially('dark')
  await expect(page.getByRole('menuitem', { name: 'Dark theme' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('in the pseudo-locale no word of the product is hard-wired, and from right to left nothing sticks out', async ({ page }) => {
  await open(page, '/kit?locale=pseudo-rtl')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const nav = await page.locator('nav').first().innerText()
  const plain = nav.split('\n').filter(line => line && !line.startsWith('⟦'))
  expect(plain.filter(line => !['Fullcircle', 'Ctrl K'].includes(line))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440)
  await takePicture(page, 'kit-1440-pseudo-rtl')
})
