import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { castOf, unitsCsv } from '../cast.ts'
import { type House, join, step, test } from '../house.ts'
import { shoot, takePicture } from '../looking.ts'
import { passTimeOfAlerts } from '../passTime.ts'
import { callProduct } from '../callProduct.ts'
import { plain } from '../smtp.ts'

const { dana, mira, olga, omar, priya, peopleCsv } = castOf('escalation')
const promised = {
  acknowledge: 60,
  contact: 240,
  resolve: 480,
  warn_before_min: 30,
  ladder: [{ after_min: 15, notify: 'manager' }],
}

let house: House
let key = ''
let survey: string
let omarsId: string
let calendar: string
let policy: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Water', olga)
  await call('POST', '/units/import', unitsCsv, 'text/csv')
  await call('POST', '/people/import', `${peopleCsv}E3,${priya.email},${priya.name},kelby,member,,staff,\n`, 'text/csv')
  omarsId = (await call('GET', '/people?limit=50')).items.find(({ email }: { email: string }) => email === omar.email).id
  const questions = [
    { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ]
  survey = (await call('POST', '/surveys', { name: 'After your visit', locale: 'en', questions })).id
  await call('POST', `/surveys/${survey}/publish`, {})
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const hours = Object.fromEntries(days.map(day => [day, [['00:00', '24:00']]]))
  calendar = (await call('POST', '/calendars', { name: 'Day and night', tz: 'Europe/London', hours })).id
  policy = (await call('POST', '/policies', { name: 'Unhappy again', calendar, ...promised })).id
  await call('POST', '/alert-rules', {
    name: 'Three bad visits',
    survey,
    when: { all: [{ series: { question: 'stars', atMost: 2, count: 3 } }] },
    route: [{ to: 'unit-manager' }],
    policy,
  })
  for (const { email, name } of [omar, mira, priya]) {
    const { inviteUrl } = await call('POST', '/members', { email, role: 'manager' })
    await join(house, inviteUrl, name)
  }
})

const call = (method: string, path: string, body?: unknown, type?: string) =>
  callProduct({ url: house.url, key }, method, path, body, type)

async function fresh(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 }, ...options })).newPage()
}

async function at(email: string, path: string): Promise<Page> {
  const page = await house.enter()
  await house.signIn(page, email)
  await page.goto(house.url + path)
  return page
}

/** The newest mail like this; `after` of them came before. */
async function mailTo(to: string, having: RegExp, after = 0): Promise<string> {
  const found = () =>
    house.smtp.mails.map(mail => ({ to: mail.to, text: plain(mail.raw) })).filter(m => m.to === to && having.test(m.text))
  await expect.poll(() => found().length, { timeout: 60_000, message: `a mail to ${to} with ${having}` }).toBeGreaterThan(after)
  return found().at(-1)!.text
}

async function isTold(page: Page, news: RegExp): Promise<void> {
  const bell = page.getByRole('button', { name: /^Notifications/ }).first()
  await bell.click()
  await expect(page.getByText(news).first()).toBeVisible({ timeout: 60_000 })
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** Dana says on a phone without any script whether it is settled. */
async function says(browser: Browser, answer: 'yes' | 'no', after: number, why?: string): Promise<void> {
  const phone = await fresh(browser, { viewport: { width: 360, height: 780 }, javaScriptEnabled: false })
  await phone.goto(
    new RegExp(`http:\\S+/settled/[\\w-]+\\?answer=${answer}`).exec(await mailTo(dana.email, /\/settled\//, after))![0],
  )
  if (why) await phone.getByRole('textbox').fill(why)
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(phone.getByRole('heading', { name: /^Thank you/ })).toBeVisible()
  await phone.context().close()
}

test('Omar is away, Priya stands in and does not react: Mira is asked, and closes the loop with Dana', async ({ browser }) => {
  test.setTimeout(360_000)
  const olgas = await at(olga.email, `/people/${omarsId}`)

  await step('Olga enters his holiday, and who stands in', async () => {
    await olgas.getByRole('link', { name: 'Add an absence' }).click()
    const dialog = olgas.getByRole('dialog')
    const [today, later] = [new Date(), new Date(Date.now() + 10 * 86_400_000)]
    for (const [name, day] of [
      [/Start Date/, today],
      [/End Date/, later],
    ] as const) {
      const typed = (part: RegExp) => dialog.getByRole('spinbutton', { name: new RegExp(`${part.source}.*${name.source}`, 'i') })
      await typed(/day/).fill(twoDigits(day.getDate()))
      await typed(/month/).fill(twoDigits(day.getMonth() + 1))
      await typed(/year/).fill(String(day.getFullYear()))
    }
    await dialog.getByRole('combobox', { name: 'Stands in' }).fill('Priya')
    await olgas.getByRole('option', { name: /Priya/ }).click()
    await shoot(olgas, 'escalation-absence', ['light'], ['region'])
    await dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(olgas.getByText('Priya Nair stands in')).toBeVisible()
  })

  const priyas = await at(priya.email, '/')
  await expect(priyas.getByText('Nothing waits for you')).toBeVisible()
  let id = ''
  await step('Dana gives two stars for the third time: the alert appears before Priya', async () => {
    for (const days of [40, 20, 0]) {
      const respondedAt = new Date(Date.now() - days * 86_400_000).toISOString()
      const answers = { stars: 2, why: days ? 'Late.' : 'Late again, and nobody told me.' }
      const said = { answers, unit: 'kelby', person: { email: dana.email }, ...(days && { respondedAt }) }
      const { alertIds } = await call('POST', `/surveys/${survey}/responses`, said)
      expect(alertIds).toHaveLength(days ? 0 : 1)
      id = alertIds[0]
    }
    await priyas.getByRole('link', { name: dana.name }).click()
    await expect(priyas.getByText(/Priya Nair.*stands in|stands in.*Omar Haddad/).first()).toBeVisible()
    await shoot(priyas, 'escalation-delegate', ['light'])
  })

  await step('no reaction: she is reminded before the promise breaks', async () => {
    await passTimeOfAlerts(house.dataDir, 31 * 60, [id])
    await isTold(priyas, /^To be acknowledged within .* Dana Whitlock answered 2 of 5, Kelby/)
    await takePicture(priyas, 'escalation-reminder-1440-light')
    await priyas.keyboard.press('Escape')
  })

  const miras = await step('still none: it climbs to Mira, by mail with one link', async () => {
    await passTimeOfAlerts(house.dataDir, 45 * 60, [id])
    const mail = await mailTo(mira.email, /Priya Nair has not acknowledged this in time/)
    const page = await at(mira.email, new URL(/http:\S+\/alerts\/[\w-]+/.exec(mail)![0]).pathname)
    await expect(page.getByText('Mira Lindqvist, manager of Northmoor, is asked to see to it')).toBeVisible({ timeout: 30_000 })
    await shoot(page, 'escalation-senior')
    return page
  })

  await step('she takes it, speaks with Dana, says why, and resolves', async () => {
    await miras.getByRole('button', { name: 'I’ll take it' }).click()
    await expect(miras.getByText('Mira Lindqvist takes it')).toBeVisible()
    await resolves(miras)
    await expect(miras.getByText(/Asked whether it is settled/)).toBeVisible()
  })

  await step('“not settled”: open again; then it is', async () => {
    await says(browser, 'no', 0, 'They came on the wrong day.')
    await expect(miras.getByText('The customer says it is not settled: They came on the wrong day.')).toBeVisible()
    await shoot(miras, 'escalation-reopened', ['light'])
    await miras.getByRole('button', { name: 'I’ll take it' }).click()
    await resolves(miras)
    await says(browser, 'yes', 1)
    await expect(miras.getByText('Dana Whitlock confirms that it is settled')).toBeVisible()
    await shoot(miras, 'escalation-settled')
  })

  await step('each step stands in the record, once', async () => {
    const { items } = await call('GET', `/activity?subject=${id}&limit=100`)
    const closing = ['alert.acknowledged', 'alert.contacted', 'alert.causes_chosen', 'alert.resolved']
    const again = closing.filter(verb => verb !== 'alert.causes_chosen')
    const climbed = ['promise.warning', 'promise.breach', 'promise.escalation', 'alert.senior_named']
    const verbs = items.map(({ verb }: { verb: string }) => verb).reverse()
    expect(verbs).toEqual(['alert.opened', ...climbed, ...closing, 'alert.not_settled', ...again, 'alert.confirmed'])
  })

  await step('the insights name the cause, and that the promise was broken', async () => {
    await olgas.goto(`${house.url}/insights`)
    await expect(olgas.getByRole('link', { name: 'No notice given' }).first()).toBeVisible()
    await shoot(olgas, 'escalation-insights', ['light'])
  })
})

test('Olga tries a stricter promise on what really happened, and keeps it', async () => {
  const page = await at(olga.email, '/settings/promises/simulator?time=this')
  const past = page.getByRole('region', { name: 'Try changes on alerts of the past' })
  // Shorter than any two clicks: from the customer's “not settled” to the second end is what counts.
  await past.getByRole('button', { name: /Unit of “Resolve”/ }).click()
  await page.getByRole('option', { name: 'working minutes' }).click()
  const resolve = past.getByRole('textbox', { name: 'Resolve', exact: true })
  await resolve.fill('0.001')
  await past.getByRole('button', { name: 'Try it on these alerts' }).click()
  await expect(past.getByRole('heading', { name: 'What would have gone otherwise' })).toBeVisible()
  await expect(past.getByRole('link', { name: dana.name })).toBeVisible()
  await shoot(page, 'escalation-replay', ['light'])
  await resolve.fill('360')
  await past.getByRole('button', { name: 'Save to the policy' }).click()
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible()
  expect(await call('GET', `/policies/${policy}`)).toMatchObject({ targets: { resolve: 360 } })
  await house.leave(page)
})

test('what is changed around a running alert stands on its page, in words', async () => {
  // Omar is back.
  const { absences } = await call('GET', `/people/${omarsId}`)
  for (const { id } of absences) await call('DELETE', `/absences/${id}`)
  const said = { answers: { stars: 2, why: 'Nobody answers the phone.' }, unit: 'kelby', person: { email: 'carl@mill.example' } }
  let id = ''
  for (let i = 0; i < 3; i++) [id] = (await call('POST', `/surveys/${survey}/responses`, said)).alertIds
  const page = await at(olga.email, `/alerts/${id}`)
  await page.getByRole('button', { name: 'I’ll take it' }).click()
  const tells = (words: RegExp | string) => expect(page.getByText(words).first()).toBeVisible({ timeout: 60_000 })

  await call('PATCH', `/policies/${policy}`, { resolve: 120 })
  await tells(/^[68] h promised; .*; 2 h promised from \w+ \d\d:\d\d/)
  await call('PATCH', `/calendars/${calendar}`, { hours: {} })
  await tells(/other working hours from \w+ \d\d:\d\d → never due: the calendar does not open/)
  const units: { id: string; key: string }[] = (await call('GET', '/units?limit=50')).items
  await call('POST', `/units/${units.find(({ key }) => key === 'kelby')!.id}/closing`, {})
  await tells('Kelby is closed')
  await tells('Mira Lindqvist, manager of Northmoor')
  const members: { userId: string; email: string }[] = (await call('GET', '/members?limit=50')).items
  await call('DELETE', `/members/${members.find(({ email }) => email === mira.email)!.userId}`)
  await tells(/Mira Lindqvist has left/)
  await tells('Olga Owner, owner of the organisation, because nobody else is there')
  await shoot(page, 'escalation-changed')
  await house.leave(page)
})

async function resolves(page: Page): Promise<void> {
  await page.getByLabel('What was said').fill('Apologised: the engineer comes on Wednesday at nine.')
  await page.getByRole('button', { name: 'Log the call' }).click()
  await expect(page.getByText(/spoke with/).first()).toBeVisible()
  if (await page.getByRole('button', { name: 'Choose a cause' }).isVisible()) {
    await page.getByRole('button', { name: 'Choose a cause' }).click()
    await page.getByRole('searchbox', { name: 'Find or name a cause' }).fill('No notice given')
    await page.getByRole('button', { name: 'New cause “No notice given”' }).click()
    await expect(page.getByRole('row', { name: 'No notice given' })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Resolve', exact: false }).last().click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
}
