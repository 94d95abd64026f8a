import { brotliCompressSync } from 'node:zlib'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { callProduct } from '../callProduct.ts'
import { castOf } from '../cast.ts'
import { type House, test } from '../house.ts'
import { checkAxe, doesNotScrollSideways, isLookedAt, takePicture } from '../looking.ts'

const KIB = 1024
const phone = { viewport: { width: 360, height: 740 } }

let house: House
let key: string
let survey: string
let form: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Water', castOf('respond').olga)
  const made = await call('POST', '/surveys', {
    name: 'Visit',
    about: 'Carl’s visit to 8 Station Road on Friday',
    locale: 'en',
    brand: { colour: '#17508f' },
    questions: [
      {
        id: 'nps',
        kind: 'nps',
        prompt: 'How likely are you to recommend Northwind Water to a friend or colleague?',
        required: true,
      },
      {
        id: 'low',
        kind: 'text',
        prompt: 'What went wrong, and what should we do first?',
        showIf: { question: 'nps', atMost: 6 },
      },
      { id: 'parts', kind: 'choices', prompt: 'What was it about?', options: ['Water pressure', 'An appointment', 'An invoice'] },
      { id: 'grid', kind: 'matrix', prompt: 'How did we do?', rows: ['Time', 'Words'] },
    ],
    thanks: [{ title: 'We are sorry', text: 'Omar Haddad rings you within 8 working hours.', atMost: 6 }],
    translations: {
      ar: { 'nps.prompt': 'ما مدى احتمال أن توصي بنورثويند ووتر لصديق أو زميل؟', 'low.prompt': 'ما الخطأ الذي حدث؟' },
      de: { 'nps.prompt': 'Wie wahrscheinlich empfehlen Sie Northwind Water weiter?' },
    },
  })
  survey = made.id
  await call('POST', `/surveys/${survey}/publish`)
  form = (await call('POST', `/surveys/${survey}/links`, { name: 'Door' })).url
})

const call = (method: string, path: string, body?: object) => callProduct({ url: house.url, key }, method, path, body)

const responses = async () => (await call('GET', `/surveys/${survey}`)).responses as number
const open = async (browser: Browser, options: BrowserContextOptions) => (await browser.newContext(options)).newPage()
const shot = (page: Page, name: string) => takePicture(page, `respond-${name}`)
const score = (page: Page, value: number) =>
  page.getByRole('group', { name: /recommend/ }).locator('label', { hasText: new RegExp(`^${value}$`) })

test('Dana answers on a phone without any script, asks for help, and comes back to the same question', async ({ browser }) => {
  const page = await open(browser, { ...phone, javaScriptEnabled: false })
  await page.goto(form)
  const low = page.getByLabel('What went wrong')
  await expect(low).toBeHidden()
  await score(page, 3).click()
  await expect(low).toBeVisible()
  await low.fill('The water was off, and nobody called back.')
  await page.getByRole('button', { name: 'Need help?' }).click()
  await page.getByLabel('Your question').fill('What do you mean by first?')
  await page.getByLabel('It is about').selectOption({ label: 'What went wrong, and what should we do first?' })
  await page.getByRole('button', { name: 'Ask' }).click()
  await expect(page).toHaveURL(/#q-low$/)
  await expect(low).toHaveValue('The water was off, and nobody called back.')
  const [asked] = (await call('GET', '/help-requests')).items
  expect(asked).toMatchObject({ question: { id: 'low' }, message: 'What do you mean by first?' })
  await call('POST', `/help-requests/${asked.id}/replies`, { text: 'Whatever would help you most.' })
  await page.reload()
  await expect(page.getByText('Whatever would help you most.')).toBeVisible()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.locator('#i-low')).toHaveValue('The water was off, and nobody called back.')
  await shot(page, 'phone-no-script')
  expect(await responses()).toBe(0)
  await page.getByRole('button', { name: 'Senden' }).click()
  await expect(page.getByRole('heading', { name: 'We are sorry' })).toBeVisible()
  await shot(page, 'thanks')
  expect(await responses()).toBe(1)
})

test('what is typed is saved as it is typed, and goes on on another device', async ({ browser }) => {
  const page = await open(browser, phone)
  await page.goto(form)
  await score(page, 4).click()
  await page.getByLabel('What went wrong').fill('Half a sentence')
  await expect(page.getByText('✓ Saved')).toBeVisible()
  await page.getByText('Go on later or elsewhere').click()
  const link = await page.getByRole('link', { name: /\?r=/ }).getAttribute('href')
  await page.reload()
  await expect(page.getByLabel('What went wrong')).toHaveValue('Half a sentence')
  const laptop = await open(browser, {})
  await laptop.goto(link!)
  await expect(laptop.getByLabel('What went wrong')).toHaveValue('Half a sentence')
  await shot(laptop, 'other-device')
})

test('a lost connection loses nothing: it is sent when the connection is back', async ({ browser }) => {
  const before = await responses()
  const page = await open(browser, phone)
  await page.goto(form)
  await score(page, 9).click()
  await expect(page.getByText('✓ Saved')).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Sent as soon as the connection is back')).toBeVisible()
  await shot(page, 'offline')
  await page.context().setOffline(false)
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible()
  expect(await responses()).toBe(before + 1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440].filter(width => isLookedAt(colorScheme, width))) {
    test(`stands without axe violations and sideways scrolling, ${colorScheme} at ${width} px, also in Arabic`, async ({
      browser,
    }) => {
      for (const locale of ['en', 'ar']) {
        const page = await open(browser, { colorScheme, locale, viewport: { width, height: 800 } })
        await page.goto(`${form}?score=2`)
        await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
        await checkAxe(page)
        await doesNotScrollSideways(page, width)
        expect(await smallTargets(page)).toEqual([])
        await shot(page, `${locale}-${width}-${colorScheme}`)
        await page.context().close()
      }
    })
  }
}

/** What a finger could miss: lower than 44 px or narrower than 40. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input:not([type=hidden]),button,a,summary,textarea')]
      .map(element => ({
        name: element.outerHTML.slice(0, 80),
        box: (element.closest('.list label') ?? element).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height > 0 && (box.height < 44 || box.width < 40))
      .map(({ name }) => name),
  )

test('is 14 KB at most, script included, so that it stands after the first flight', async () => {
  const page = await (await fetch(form, { headers: { 'accept-encoding': 'identity' } })).text()
  const script = await (await fetch(house.url + /src="([^"]+)"/.exec(page)![1]!)).text()
  const bytes = brotliCompressSync(page).length + brotliCompressSync(script).length
  console.log(`respondent page: ${(bytes / KIB).toFixed(1)} KB compressed`)
  expect(bytes).toBeLessThanOrEqual(14 * KIB)
})
