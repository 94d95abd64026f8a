import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test'
import pg from 'pg'
import { codeAt } from '../../src/accounts/server/signIn/oneTimeCode.ts'
import { runningAddress } from '../../src/kit/server/postgres/embedded.ts'
import { dana, mira, olga, omar, password } from '../cast.ts'
import { step } from '../house.ts'
import { checkAxe, doesNotScrollSideways, showAt, takePicture } from '../looking.ts'
import { type Running, startProduct } from '../product.ts'
import { find15, type Server15, start15 } from '../server15.ts'
import { plain, startSmtp, type TestSmtp } from '../smtp.ts'

const real = join(import.meta.dirname, '../../../shared/data/feedback/nhs_fft_comments.csv')
const isReal = existsSync(real)
/** Where Dana was served, and one place more: units of the real file, or of the made-up one. */
const [place, other] = isReal ? ['NEAS', 'NHFT'] : ['Kelby', 'Saltmouth']
const words = 'I was told twice that someone would call me back. Nobody did.'

const units = `unit,parent,name\nnorth,,Northmoor\n${place},north,${place}\n${other},north,${other}\nloop,loop,Loop\n`
const people = `number,email,name,unit,role,kind
E1,${mira.email},${mira.name},north,manager,staff
E2,${omar.email},${omar.name},${place},manager,staff
C1,${dana.email},${dana.name},${place},,contact
C2,not-an-address,Carl Nobody,${place},,contact
`

// With all that a browser keeps of the console.
test.use({ serviceWorkers: 'allow' })

let server: Server15 | undefined
let smtp: TestSmtp
let product: Running

test.beforeAll(async () => {
  if (test.info().project.name === 'server-15') server = await start15(find15()!)
  smtp = await startSmtp()
  product = await startProduct({ SMTP_URL: smtp.url, ...(server && { DATABASE_URL: server.url }) })
})
test.afterAll(async () => {
  await product?.stop()
  await smtp?.stop()
  await server?.stop()
})

/** Wide in daylight, narrow at night. Each page is looked at closely, in both themes, by the journey of its own room. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const [width, scheme] of [
    [1440, 'light'],
    [360, 'dark'],
  ] as const) {
    await showAt(page, scheme, width)
    if (width === 360) await checkAxe(page)
    await doesNotScrollSideways(page, width)
    await takePicture(page, `story-${name}-${width}-${scheme}`)
  }
  await showAt(page, 'light', 1440)
}

const fresh = async (browser: Browser, options: BrowserContextOptions = {}) =>
  (await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'allow', ...options })).newPage()

const csv = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** The real comments of patients; without them, some that we made up in the same columns. */
function history(): Buffer {
  if (isReal) return readFileSync(real)
  console.log(`${real} is absent: the story goes on with made-up comments`)
  const said = ['Quick and kind.', 'Nobody told me when.', 'As always.', 'Waited an hour.', 'Could not be better.', 'It works.']
  const rows = Array.from({ length: 90 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)
    return `${day},${i % 3 ? place : other},${[5, 2, 4, 1, 5, 3][i % 6]},${said[i % 6]}`
  })
  return Buffer.from(['date,trust,stars,comment', ...rows].join('\n'))
}

/** The newest mail to somebody whose subject or text has these words, as it can be read. */
async function mailTo(to: string, having: RegExp): Promise<string> {
  const found = () =>
    smtp.mails.map(mail => ({ ...mail, text: plain(mail.raw) })).findLast(m => m.to === to && having.test(m.text))
  await expect.poll(found, { timeout: 90_000, message: `a mail to ${to} with ${having}` }).toBeTruthy()
  return found()!.text
}

const linkIn = (mail: string, path: RegExp) => new RegExp(`http://localhost:\\d+${path.source}`).exec(mail)![0]

/** Days pass: all that the product keeps about its invitations lies so much further back. */
async function letDaysPass(days: number): Promise<void> {
  const client = new pg.Client(server ? { connectionString: server.url } : runningAddress(product.dataDir)!)
  await client.connect()
  // Whatever the time of day is while this is told: at night nobody would be reminded before the morning.
  const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]]))
  await client.query(
    `insert into sending_rule (org_id, hours) select id, $1::jsonb from org on conflict (org_id) do update set hours = excluded.hours`,
    [JSON.stringify(always)],
  )
  const past = `- interval '${days} days'`
  await client.query(
    `update invitation set sent_at = sent_at ${past}, due_at = due_at ${past}, next_reminder_at = next_reminder_at ${past}`,
  )
  await client.end()
}

async function pick(scope: Page | Locator, page: Page, field: RegExp, option: string): Promise<void> {
  await scope.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const tryIt = (page: Page) => page.getByRole('button', { name: 'Try it without changing anything' }).click()
const dropped = (page: Page, file: ReturnType<typeof csv>) => page.locator('input[type=file]').first().setInputFiles(file)
const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible()
const visit = async (page: Page, name: string) => {
  await page.goto(product.url)
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name, exact: true }).click()
}
const placeOfSurvey = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Places of this survey' }).getByRole('link', { name }).click()

async function publish(page: Page): Promise<void> {
  await placeOfSurvey(page, 'Publish')
  await page.getByRole('button', { name: 'Publish version 1' }).click()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Version 1' })).toBeVisible()
}

/** From whom is asked to the last step of sending, where one reads what would happen. */
async function goOn(page: Page): Promise<void> {
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Continue' }).click()
}

test('from an empty house to a closed loop, and a person who asks to be forgotten', async ({ page, browser }) => {
  test.setTimeout(480_000)
  const omars = await fresh(browser)
  let survey = ''

  await step('Olga creates the organisation', async () => {
    await page.goto(product.url)
    await page.getByLabel('Organisation').fill('Northwind Care')
    await page.getByLabel('Your name').fill(olga.name)
    await page.getByLabel('E-mail address').fill(olga.email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create your organisation' }).click()
    await expect(page.getByText('Your organisation is ready')).toBeVisible()
    await page.getByRole('button', { name: 'Open the console' }).click()
    await expect(page.getByRole('heading', { name: 'My day' })).toBeVisible()
  })

  await step('she invites Omar, and he joins by the link in his mail', async () => {
    await visit(page, 'Settings')
    await page.getByRole('link', { name: 'Members' }).click()
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mail address').fill(omar.email)
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByText(`${omar.email} is invited`)).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).first().click()

    await omars.goto(linkIn(await mailTo(omar.email, /invitations\//), /\/invitations\/[\w-]+/))
    await omars.getByLabel('Your name').fill(omar.name)
    await omars.getByLabel('Password', { exact: true }).fill(password)
    await omars.getByRole('button', { name: 'Join Northwind Care' }).click()
    await expect(omars.getByText('Nothing waits for you')).toBeVisible()
  })

  await step('he sets up a second factor, and signs in with it', async () => {
    await signInAgain(omars, await setUpSecondFactor(omars))
  })

  await step('she sees him among the members', async () => {
    // Nobody reloaded Olga's page; that he has a second factor, she sees when she looks again.
    await expect(page.getByText(omar.name)).toBeVisible()
    await page.reload()
    await expect(page.getByText('second factor', { exact: true })).toBeVisible()
    await shoot(page, 'members')
  })

  await step('she imports units and people; what cannot be taken is named, line by line', async () => {
    await visit(page, 'People')
    await page.getByRole('link', { name: 'Units' }).click()
    await page.getByRole('link', { name: 'Import units' }).click()
    await dropped(page, csv('units.csv', units))
    await tryIt(page)
    await expect(page.getByText('it would stand below itself: loop → loop (line 5)')).toBeVisible()
    await page.getByRole('button', { name: 'Import 3 lines' }).click()
    await page.getByRole('link', { name: 'See the units' }).click()
    await expect(page.getByRole('row', { name: new RegExp(place!) })).toBeVisible()

    await page.goto(`${product.url}/people/import`)
    await dropped(page, csv('people.csv', people))
    await pick(page, page, /Number in other systems/, 'number')
    await tryIt(page)
    await expect(page.getByText('“not-an-address” is not an e-mail address')).toBeVisible()
    await shoot(page, 'import')
    await page.getByRole('button', { name: 'Import 3 lines' }).click()
    await page.getByRole('link', { name: 'See the people' }).click()
    await expect(page.getByRole('link', { name: dana.name })).toBeVisible()
  })

  await step('she builds a questionnaire in English and Arabic, and publishes it', async () => {
    await visit(page, 'Surveys')
    await page.getByRole('link', { name: 'Start from a template' }).click()
    await page.getByRole('button', { name: 'Use Visit with stars' }).click()
    await expect(page).toHaveURL(/\/surveys\/[0-9a-f-]{36}$/)
    survey = page.url()
    await page.getByRole('button', { name: 'Add a question' }).click()
    await page.getByRole('menuitem', { name: /One of a list/ }).click()
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('Did we come on time?')
    await page.getByRole('textbox', { name: 'Answer 1' }).fill('On time')
    await page.getByRole('textbox', { name: 'Answer 2' }).fill('Late')
    await saved(page)
    await placeOfSurvey(page, 'Translate')
    await page.getByRole('button', { name: /^Remove German/ }).click()
    await page
      .getByRole('list', { name: 'Languages' })
      .getByText(/^Arabic/)
      .click()
    for (const [said, translated] of [
      ['Did we come on time?', 'هل وصلنا في الموعد؟'],
      ['On time', 'في الموعد'],
      ['Late', 'متأخرون'],
    ] as const)
      await page.locator('main [data-missing]', { hasText: said }).getByRole('textbox').first().fill(translated)
    await expect(page.getByRole('list', { name: 'Languages' })).toContainText(/Arabic.*complete/s)
    await saved(page)
    await shoot(page, 'translate')
    await publish(page)
  })

  // The file has thousands of lines.
  await test.step('the history of two places comes in, and a rule is switched on as a sentence', async () => {
    await placeOfSurvey(page, 'Results')
    await page.getByRole('link', { name: 'Import past answers' }).click()
    await dropped(page, csv('history.csv', history()))
    await pick(page, page, /^Unit|Unit$/, 'trust')
    await tryIt(page)
    await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: /^Import [\d,]+ lines/ }).click()
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 120_000 })

    await visit(page, 'Rules')
    await page.getByRole('link', { name: 'Make the first one' }).click()
    await expect(page.getByRole('button', { name: '“How was your visit?” 2 or less' })).toBeVisible()
    await page.getByLabel('Name').fill('Two stars or fewer')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expect(page.getByRole('switch', { name: /Two stars or fewer/ })).toBeChecked()
  })

  await step('she sends it to the customers; Dana does not answer and is reminded', async () => {
    await page.goto(survey)
    await placeOfSurvey(page, 'Share & send')
    await page.getByRole('link', { name: 'Invite people' }).click()
    await goOn(page)
    await expect(page.getByRole('heading', { name: '1 of 1 will be asked' })).toBeVisible()
    await page.getByRole('button', { name: 'Invite 1 person' }).click()
    await expect(page.getByRole('link', { name: 'Invitations, at once' })).toBeVisible()
    await mailTo(dana.email, /\/f\//)
    await expect(page.getByText('1 sent')).toBeVisible()
    await letDaysPass(4)
  })

  await step('a second survey is held back from her, and says why', async () => {
    await page.goto(`${product.url}/surveys/new`)
    await page.getByRole('button', { name: /^Duplicate/ }).click()
    await expect(page).toHaveURL(/\/surveys\/[0-9a-f-]{36}$/)
    await publish(page)
    await placeOfSurvey(page, 'Share & send')
    await page.getByRole('link', { name: 'Invite people' }).click()
    await page.getByRole('radio', { name: 'Addresses I paste' }).check({ force: true })
    await page.getByLabel('Addresses', { exact: true }).fill(`${dana.email}\ncarl@bakery.example`)
    await goOn(page)
    await expect(page.getByRole('heading', { name: '1 of 2 will be asked' })).toBeVisible()
    await page.getByRole('button', { name: 'Invite 1 person' }).click()
    await page.getByRole('link', { name: 'Invitations, at once' }).click()
    await expect(page.getByText('Was asked something else not long ago: Visit with stars')).toBeVisible()
    await shoot(page, 'held')
  })

  const reminder = await mailTo(dana.email, /Still one question|Reminder/i)
  const link = linkIn(reminder, /\/f\/[\w-]+/)

  await step('Dana begins on her phone without any script, in Arabic, and leaves halfway', async () => {
    const phone = await fresh(browser, { viewport: { width: 360, height: 780 }, javaScriptEnabled: false, locale: 'en' })
    await phone.goto(link)
    await phone.getByRole('button', { name: 'العربية' }).click()
    await expect(phone.locator('html')).toHaveAttribute('dir', 'rtl')
    await phone.locator('input[type=radio][value="1"]').first().check({ force: true })
    await phone.getByRole('button', { name: 'احفظ وأكمل لاحقًا' }).click()
    await expect(phone.getByRole('status')).toContainText('✓')
    await takePicture(phone, 'story-phone')
    await phone.context().close()
  })

  await step('she goes on at her laptop; what she gave is there; Omar sees the alert appear', async () => {
    const laptop = await fresh(browser, { locale: 'en' })
    await laptop.goto(link)
    await laptop.getByRole('button', { name: 'English' }).click()
    await expect(laptop.locator('input[type=radio][value="1"]').first()).toBeChecked()
    await laptop.getByLabel('What is the main reason for your answer?').fill(words)
    await shoot(laptop, 'resumed')
    await laptop.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(laptop.getByText(/thank you/i).first()).toBeVisible()
    await laptop.context().close()

    // Nobody reloads Omar's page.
    await expect(omars.getByText('I was told twice')).toBeVisible()
    await shoot(omars, 'my-day')
  })

  await step('Omar takes it, calls, says why, and resolves', async () => {
    await omars.getByRole('button', { name: 'I’ll take it' }).click()
    await omars.getByRole('link', { name: dana.name }).first().click()
    await expect(omars.getByText(`${omar.name}, manager of ${place}`)).toBeVisible()
    await omars.getByLabel('What was said').fill(`Called ${dana.name}: apologised, Carl calls on Monday at nine.`)
    await omars.getByRole('button', { name: 'Log the call' }).click()
    await expect(omars.getByText(/spoke with/).first()).toBeVisible()
    await omars.getByRole('button', { name: 'Choose a cause' }).click()
    await omars.getByRole('searchbox', { name: 'Find or name a cause' }).fill('Call-back not kept')
    await omars.getByRole('button', { name: 'New cause “Call-back not kept”' }).click()
    await expect(omars.getByRole('button', { name: 'Remove' })).toBeVisible()
    await omars.getByRole('radio', { name: 'Put right' }).click({ force: true })
    await omars.getByRole('button', { name: 'Resolve', exact: false }).last().click()
    await expect(omars.getByRole('button', { name: 'Reopen' })).toBeVisible()
    await shoot(omars, 'resolved')
  })

  await step('the insights show the score with its interval, and the cause', async () => {
    await visit(page, 'Insights')
    await expect(page.getByText(/95 % sure it lies between/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Call-back not kept', exact: true })).toBeVisible()
    await shoot(page, 'insights')
  })

  await step('Dana asks to be forgotten: Olga sees all that is kept of her, and erases her', async () => {
    await visit(page, 'People')
    await page.getByRole('link', { name: dana.name }).click()
    await expect(page.getByRole('heading', { level: 1, name: dana.name })).toBeVisible()
    await expect(page.getByText('I was told twice').first()).toBeVisible()
    await shoot(page, 'person')
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Erase this person' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(`Type “${dana.name}” to confirm`).fill(dana.name)
    await dialog.getByRole('button', { name: 'Erase for good' }).click()
    await expect(page.getByText(/This person was erased on/)).toBeVisible()
    await shoot(page, 'erased')
  })

  await step('her answer stays without her; the alert and the record name nobody', async () => {
    await visit(page, 'Responses')
    await page.getByRole('list', { name: 'Responses' }).getByRole('link').first().click()
    await expect(page.getByText('I was told twice')).toBeVisible()
    await expect(page.getByText(dana.name)).toHaveCount(0)
    await omars.reload()
    await expect(omars.getByText('I was told twice').first()).toBeVisible()
    await expect(omars.getByText(dana.name)).toHaveCount(0)
    await shoot(omars, 'alert-erased')
    await visit(page, 'Activity')
    await expect(page.getByText('The details were erased.').first()).toBeVisible()
    await expect(page.getByText(dana.name)).toHaveCount(0)
  })

  await step('the record still proves itself, and says that something was erased', async () => {
    const report = await verifyLog()
    expect(report).toMatchObject({ ok: true, findings: [] })
    expect(report.erased).toBeGreaterThan(0)
  })
  await omars.context().close()
})

/** Returns the secret that his app keeps. */
async function setUpSecondFactor(page: Page): Promise<string> {
  await page.getByRole('button', { name: omar.name }).last().click()
  await page.getByRole('menuitem', { name: 'Your profile and security' }).click()
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  await page.getByLabel('Your password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Go on' }).click()
  const shown = await page.getByLabel('Or type this secret into the app').inputValue()
  const secret = Buffer.from(fromBase32(shown)).toString()
  await shoot(page, 'second-factor')
  await page.getByLabel('Then type the code it shows').pressSequentially(await codeAt(secret, new Date()))
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return secret
}

async function signInAgain(page: Page, secret: string): Promise<void> {
  await page.getByRole('button', { name: omar.name }).last().click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('E-mail address').fill(omar.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Second factor' })).toBeVisible()
  // The code of before is spent; his app shows the next one soon, which a clock that is a little slow accepts already.
  await page.getByLabel('Code').pressSequentially(await codeAt(secret, new Date(Date.now() + 30_000)))
  await expect(page.getByText('Nothing waits for you')).toBeVisible()
}

function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...text.replace(/[=\s]/g, '').toUpperCase()]
    .map(sign => alphabet.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
}

/** The command as an operator types it, beside the running product. */
async function verifyLog(): Promise<{ ok: boolean; erased: number; findings: unknown[] }> {
  const env = { ...process.env, DATA_DIR: product.dataDir, ...(server && { DATABASE_URL: server.url }) }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/app/cli.ts', 'verify-log', '--json'], { env })
  return JSON.parse(stdout)
}
