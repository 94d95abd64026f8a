import { type Browser, expect, type Page } from '@playwright/test'
import { castOf, unitsCsv } from '../cast.ts'
import { openChoices } from '../choices.ts'
import { type House, test } from '../house.ts'
import { shoot as lookAt } from '../looking.ts'
import { callProduct } from '../callProduct.ts'
import { plain } from '../smtp.ts'

const { dana, mira, olga, omar, own, peopleCsv } = castOf('rules')
const carl = own({ name: 'Carl Bergmann', email: 'carl@mill.example' })
const furious =
  'The water is fine, but your office is a disgrace: I was lied to twice, nobody called back, and I am furious. We will switch to another supplier.'

let house: House
let key: string
let survey: string
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  await setUp()
  page = await house.enter()
  await house.signIn(page, olga.email)
})
test.afterAll(() => house?.leave(page))

const call = (method: string, path: string, body?: unknown, type?: string) =>
  callProduct({ url: house.url, key }, method, path, body, type)

/** Northwind, with a team, hours, a survey and a year of answers; Saltmouth and Westbay have no manager. */
async function setUp(): Promise<void> {
  key = await house.openOrg('Northwind Water', olga)
  await call('POST', '/units/import', unitsCsv, 'text/csv')
  await call('POST', '/people/import', `${peopleCsv}C2,${carl.email},${carl.name},kelby,,,contact,Mill\n`, 'text/csv')
  const people: { id: string; email: string }[] = (await call('GET', '/people?limit=50')).items
  const idOf = (email: string) => people.find(one => one.email === email)!.id
  await call('POST', '/teams', { name: 'Care', people: [idOf(omar.email), idOf(mira.email)] })
  await call('PATCH', `/people/${idOf(dana.email)}`, { segments: { plan: 'gold' } })
  await call('POST', '/calendars', { name: 'Office hours', tz: 'Europe/Berlin', hours: { mon: [['09:00', '17:00']] } })
  survey = (
    await call('POST', '/surveys', {
      name: 'After your visit',
      locale: 'en',
      questions: [
        { id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' },
        { id: 'stars', kind: 'rating', prompt: 'How was your visit?' },
        { id: 'why', kind: 'text', prompt: 'What is the main reason?' },
      ],
    })
  ).id
  await call('POST', `/surveys/${survey}/publish`, {})
  const map = encodeURIComponent(JSON.stringify({ nps: 'nps', stars: 'stars', why: 'why', unit: 'unit', date: 'respondedAt' }))
  await call('POST', `/surveys/${survey}/responses/import?map=${map}`, history(), 'text/csv')
}

/** Content people who complain now and then, at a place with a manager and at one without. */
function history(): string {
  const said = ['Quick and kind.', 'Terrible: rude, late and a waste of money.', 'As always.', 'Could not be better.']
  const rows = Array.from({ length: 300 }, (_, i) => {
    const day = new Date(Date.now() - (i + 1) * 86_400_000).toISOString().slice(0, 10)
    return `${day},${i % 3 ? 'kelby' : 'saltmouth'},${[9, 10, 6, 8, 9][i % 5]},${[5, 2, 4, 3][i % 4]},"${said[i % 4]}"`
  })
  return ['date,unit,nps,stars,why', ...rows].join('\n')
}

// An open popover stands beside the landmarks of the page, which are hidden meanwhile.
const shoot = (name: string) => lookAt(page, `rules-${name}`, ['light', 'dark'], ['region'])

async function pick(field: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

const slot = (name: string | RegExp) => page.getByRole('group', { name: 'The rule' }).getByRole('button', { name })
const done = () => page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()

async function add(kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add a condition' }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: kind }).click()
}

/** The personal link in the invitation to somebody. */
async function linkOf(email: string): Promise<string> {
  const link = () =>
    /http:\/\/localhost:\d+\/f\/[\w-]+/.exec(plain(house.smtp.mails.findLast(mail => mail.to === email)?.raw ?? ''))?.[0]
  await expect.poll(link, { timeout: 60_000 }).toBeTruthy()
  return link()!
}

async function answers(browser: Browser, email: string, given: { nps: number; stars: number; why: string }): Promise<void> {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const form = await phone.newPage()
  await form.goto(await linkOf(email))
  await form.locator(`input[name="q.nps"][value="${given.nps}"]`).check({ force: true })
  await form.locator(`input[name="q.stars"][value="${given.stars}"]`).check({ force: true })
  await form.getByLabel(/What is the main reason/).fill(given.why)
  await form.getByRole('button', { name: /Send/ }).click()
  await expect(form.getByText(/Thank you/)).toBeVisible()
  await phone.close()
}

test('every kind of condition can be added, read and changed in the sentence', async () => {
  await page.goto(`${house.url}/rules/new`)
  await expect(slot('“Would you recommend us?” 6 or less')).toBeVisible()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  await shoot('kinds')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^A series of answers/ })
    .click()
  await slot('“Would you recommend us?” 6 or less 3 times in a row, of the same customer').click()
  await pick(/Question/, 'How was your visit?')
  await page.getByRole('textbox', { name: 'of the last' }).fill('5')
  await page.getByRole('textbox', { name: 'of the last' }).blur()
  await pick(/Answers of the same/, 'unit')
  await shoot('series')
  await done()
  await expect(slot('“How was your visit?” 2 or less in 3 of the last 5 answers of the same unit')).toBeVisible()

  await add(/^Several questions/)
  await expect(slot('2 or less in at least 2 of “Would you recommend us?”, “How was your visit?”')).toBeVisible()
  await add(/^A drift of a unit/)
  await expect(slot('“Would you recommend us?” falls at a unit and keeps falling')).toBeVisible()

  await add(/^Several in brackets/)
  const brackets = page.getByRole('group', { name: 'In brackets' })
  await brackets.getByRole('button', { name: 'Add a condition' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^What a comment says/ })
    .click()
  await brackets.getByRole('button', { name: 'a comment is negative' }).click()
  const dialog = page.getByRole('dialog')
  await pick(/^.*It is/, 'as it may be')
  await expect(dialog.getByText('Choose what the comment must say.')).toBeVisible()
  await dialog.getByText('threatens to leave').click()
  await openChoices(dialog.getByRole('combobox', { name: /themes/ }))
  await page.getByRole('option').first().click()
  await dialog.getByLabel(/Says one of these phrases/).fill('never again')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await shoot('comment')
  await done()
  await expect(
    brackets.getByRole('button', { name: /^a comment threatens to leave and is about .* and says “never again”$/ }),
  ).toBeVisible()
  await expect(brackets.getByRole('button', { name: 'or', exact: true })).toBeVisible()
  await shoot('sentence')

  await add(/^Silence/)
  await expect(slot('a contact of a customer account has not answered for 90 days')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a condition' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(slot('“Would you recommend us?” 6 or less')).toHaveCount(2)
})

test('a rule on content customers with furious comments is tried on the past, and switched on', async () => {
  await page.goto(`${house.url}/rules/new`)
  await slot('“Would you recommend us?” 6 or less').click()
  await pick(/Answered with/, 'at least')
  await pick(/Value/, '9')
  await done()
  await add(/^What a comment says/)
  await expect(slot('a comment is negative')).toBeVisible()
  await page.getByLabel('Name').fill('Content, but furious')
  await page.getByRole('button', { name: 'Try it first' }).click()
  await expect(page.getByRole('heading', { name: 'Try it on the past' })).toBeVisible()
  // Saltmouth and Westbay have no manager: what comes from there falls to Olga.
  await expect(page.getByText(/alerts would have come to the organisation’s owner, only because/)).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('img', { name: /^Alerts by week: at most/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'For whom' }).getByRole('row', { name: new RegExp(omar.name) })).toBeVisible()
  await expect(page.getByText('The newest it would have caught')).toBeVisible()
  await shoot('replay')
  await expect(page.getByText('Terrible: rude, late').first()).toBeVisible()

  await page.getByRole('button', { name: /Answers of/ }).click()
  await page.getByRole('option', { name: 'the last three months' }).click()
  await page.getByRole('button', { name: 'Try it', exact: true }).click()
  await page.getByText('Tried before', { exact: true }).click()
  await expect(page.getByRole('list', { name: 'Tried before' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible()
  await expect(page.getByText('tried the rule on the past').first()).toBeVisible()
})

test('a rule on a series sends its alerts to a team', async () => {
  await page.goto(`${house.url}/rules/new`)
  await slot('“Would you recommend us?” 6 or less').click()
  await pick(/What is looked at/, 'A series of answers')
  await pick(/Question/, 'How was your visit?')
  await done()
  await expect(slot('“How was your visit?” 2 or less 3 times in a row, of the same customer')).toBeVisible()
  await slot('the manager of the unit').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('somebody of a team').click()
  await pick(/^.*Team/, /^Care/)
  await dialog.getByText('by load').click()
  await shoot('route')
  await done()
  await expect(slot('who has least to do in the team Care')).toBeVisible()

  await page.getByRole('button', { name: 'Add a stand-in' }).click()
  await slot('the manager above them').click()
  await dialog.getByText('a colleague', { exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Colleague' }).fill('Mira')
  await page.getByRole('option', { name: new RegExp(mira.name) }).click()
  await dialog.getByText('Only for some customers').click()
  await openChoices(dialog.getByRole('combobox', { name: /Only for customers with/ }))
  await page.getByRole('option', { name: 'plan: gold' }).click()
  await pick(/Only for answers in/, 'English')
  await pick(/Only while it is open in/, 'Office hours')
  await shoot('conditions-of-a-step')
  await done()
  await expect(slot(`${mira.email} (for customers with plan = gold, for answers in English, in their hours)`)).toBeVisible()
  await page.getByLabel('Name').fill('Three bad visits')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByRole('switch', { name: /Three bad visits/ })).toBeChecked()
})

test('the check of all ways says where only the owner of the organisation is left', async () => {
  const notice = page.getByText(/units would come to the organisation’s owner, only because nobody else is there/)
  await expect(notice).toBeVisible({ timeout: 30_000 })
  await page.getByText('Which ones').click()
  await expect(page.getByRole('list', { name: 'Alerts without anybody of their own' })).toContainText('Saltmouth')
  await shoot('gaps')
})

test('Dana gives a 9 with a furious comment: the alert marks her words', async ({ browser }) => {
  const audience = { list: [dana, carl].map(({ email }) => ({ email, unit: 'kelby' })) }
  await call('POST', `/surveys/${survey}/sends`, { audience })
  await answers(browser, dana.email, { nps: 9, stars: 4, why: furious })
  await page.goto(`${house.url}/alerts?tab=all`)
  await page.getByRole('link', { name: dana.name }).click()
  await expect(page.getByRole('heading', { name: 'Why you see this' })).toBeVisible()
  await expect(page.locator('mark', { hasText: 'disgrace' })).toBeVisible()
  const why = page.getByRole('region', { name: 'Why you see this' })
  await expect(why).toContainText('“Would you recommend us?”: 9')
  await expect(why).toContainText(/disgrace.*: complaint/)
  await expect(page.getByText(`${omar.name}, manager of Kelby`)).toBeVisible()
  await shoot('marked')
})

test('Carl gives 2 three times: a series', async ({ browser }) => {
  for (const days of [20, 10]) {
    const respondedAt = new Date(Date.now() - days * 86_400_000).toISOString()
    await call('POST', `/surveys/${survey}/responses`, {
      answers: { stars: 2 },
      unit: 'kelby',
      person: { email: carl.email },
      respondedAt,
    })
  }
  expect((await call('GET', '/alerts')).items).toHaveLength(1)
  await answers(browser, carl.email, { nps: 7, stars: 2, why: 'Again.' })
  await page.goto(`${house.url}/alerts?tab=all`)
  await page.getByRole('link', { name: carl.name }).click()
  const why = page.getByRole('region', { name: 'Why you see this' })
  await expect(why).toContainText('The last answers of this customer to “How was your visit?”, newest first: 2, 2 and 2.')
  await expect(page.getByText(/who has least to do in Care/)).toBeVisible()
  await shoot('series-alert')
})
