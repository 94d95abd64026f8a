import { createHmac } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { olga, priya, password } from '../cast.ts'
import { shoot } from '../looking.ts'
import { type Running, startProduct } from '../product.ts'
import { startSmtp } from '../smtp.ts'

const priyas = { first: 'a phrase of her own', next: 'another phrase of hers' }
const org = 'Northwind Water'

let product: Running
let atOlga: Page
let atPriya: Page
let secret = ''
let codes: string[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  product = await startProduct()
  atOlga = await fresh(browser)
  atPriya = await fresh(browser)
})
test.afterAll(() => product?.stop())

const fresh = async (browser: Browser) => (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
const go = (page: Page, path: string) => page.goto(new URL(path, product.url).href)
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** The link in the newest mail of this subject, read where the operator reads it. */
async function linkInOutbox(subject: string): Promise<string> {
  await go(atOlga, '/outbox')
  await atOlga.getByRole('link', { name: subject, exact: true }).first().click()
  await atOlga.getByRole('tab', { name: 'As text' }).click()
  return /https?:\/\/\S+/.exec(await atOlga.getByRole('tabpanel', { name: 'As text' }).innerText())![0]
}

/** What an authenticator app shows (RFC 6238), `ahead` steps of 30 seconds from now. */
function codeOf(base32: string, ahead = 0): string {
  const bits = [...base32.replace(/=+$/, '')]
    .map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const mac = createHmac('sha1', key).update(step).digest()
  const at = mac.at(-1)! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await heading(page, 'Sign in')
}

async function typePassword(page: Page, email: string, word: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(word)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The second step, with one of the codes she kept. */
async function spendRecoveryCode(page: Page): Promise<void> {
  await heading(page, 'Second factor')
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(codes.shift()!)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await heading(page, 'My day')
}

test('on the first visit Olga creates the organisation', async () => {
  await go(atOlga, '/')
  await heading(atOlga, 'Welcome')
  await shoot(atOlga, 'accounts-welcome')
  await atOlga.getByLabel('Organisation').fill(org)
  await atOlga.getByLabel('Your name').fill(olga.name)
  await atOlga.getByLabel('E-mail address').fill(olga.email)
  await atOlga.getByLabel('Password').fill(password)
  await atOlga.getByRole('button', { name: 'Create your organisation' }).click()
  await heading(atOlga, 'Your organisation is ready')
  await atOlga.getByRole('button', { name: 'Open the console' }).click()
  await heading(atOlga, 'My day')
})

test('she invites Priya, who accepts by the mail', async () => {
  await go(atOlga, '/settings/members')
  await atOlga.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = atOlga.getByRole('dialog')
  await dialog.getByLabel('E-mail address').fill(priya.email)
  await dialog.getByRole('button', { name: /Role/ }).click()
  await atOlga.getByRole('option', { name: /analyst/ }).click()
  await shoot(atOlga, 'accounts-invite')
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(dialog.getByText(`${priya.email} is invited`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await shoot(atOlga, 'accounts-members')

  await atPriya.goto(await linkInOutbox(`${olga.name} invites you to ${org}`))
  await heading(atPriya, `Welcome to ${org}`)
  await shoot(atPriya, 'accounts-invitation')
  await atPriya.getByLabel('Your name').fill(priya.name)
  await atPriya.getByLabel('Password').fill(priyas.first)
  await atPriya.getByRole('button', { name: `Join ${org}` }).click()
  await heading(atPriya, 'My day')
})

test('Priya sets up a second factor and keeps the recovery codes', async () => {
  await atPriya.getByRole('button', { name: priya.name, exact: true }).click()
  await atPriya.getByRole('menuitem', { name: 'Your profile and security' }).click()
  await atPriya.getByRole('button', { name: 'Set up a second factor' }).click()
  const dialog = atPriya.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(priyas.first)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  secret = await dialog.getByLabel('Or type this secret into the app').inputValue()
  await shoot(atPriya, 'accounts-scan')
  await dialog.getByLabel('Then type the code it shows').fill(codeOf(secret))
  await expect(dialog.getByText('Keep these recovery codes')).toBeVisible()
  codes = await dialog.getByRole('listitem').allInnerTexts()
  expect(codes).toHaveLength(10)
  await shoot(atPriya, 'accounts-recovery-codes')
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(atPriya.getByRole('button', { name: 'New recovery codes' })).toBeVisible()
})

test('she signs out, and in again with the code of her app, then with a recovery code', async () => {
  await signOut(atPriya, priya.name)
  await shoot(atPriya, 'accounts-sign-in')
  await typePassword(atPriya, priya.email, 'not her phrase')
  await expect(atPriya.getByText(/do not fit together/)).toBeVisible()
  await typePassword(atPriya, priya.email, priyas.first)
  await heading(atPriya, 'Second factor')
  await shoot(atPriya, 'accounts-second-factor')
  // The code that switched it on is spent: her app shows the next one by now, or the clock allows it.
  await atPriya.getByLabel('Code').fill(codeOf(secret, 1))
  await heading(atPriya, 'My day')
  await signOut(atPriya, priya.name)
  await typePassword(atPriya, priya.email, priyas.first)
  await spendRecoveryCode(atPriya)
})

test('she forgot her password and chooses another by the mail; the second factor is still asked', async () => {
  await signOut(atPriya, priya.name)
  await atPriya.getByRole('link', { name: 'Forgot your password?' }).click()
  await atPriya.getByLabel('E-mail address').fill(priya.email)
  await atPriya.getByRole('button', { name: 'Mail me the link' }).click()
  await expect(atPriya.getByText('Look into your mail')).toBeVisible()
  await shoot(atPriya, 'accounts-forgot')
  await atPriya.goto(await linkInOutbox('Choose a new password'))
  await atPriya.getByLabel('Password').fill(priyas.next)
  await shoot(atPriya, 'accounts-reset')
  await atPriya.getByRole('button', { name: 'Save and sign in' }).click()
  await spendRecoveryCode(atPriya)
})

test('she signs in by a link from her mail; the second factor is asked', async () => {
  await signOut(atPriya, priya.name)
  await atPriya.getByLabel('E-mail address').fill(priya.email)
  await atPriya.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(atPriya.getByText('Look into your mail')).toBeVisible()
  const link = await linkInOutbox('Your link to sign in')
  await atPriya.goto(link)
  await shoot(atPriya, 'accounts-link')
  await atPriya.getByRole('button', { name: 'Sign in', exact: true }).click()
  await spendRecoveryCode(atPriya)
  await atPriya.goto(link)
  await atPriya.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(atPriya.getByText(/used already, or is too old/)).toBeVisible()
})

test('she sees where she is signed in and ends what she left open', async ({ browser }) => {
  const elsewhere = await fresh(browser)
  await go(elsewhere, '/sign-in')
  await typePassword(elsewhere, priya.email, priyas.next)
  await spendRecoveryCode(elsewhere)
  await go(atPriya, '/profile')
  await expect(atPriya.getByText('this browser')).toBeVisible()
  await shoot(atPriya, 'accounts-profile')
  await atPriya.getByRole('listitem').getByRole('button', { name: 'Sign out' }).click()
  await expect(atPriya.getByRole('listitem').getByRole('button', { name: 'Sign out' })).toHaveCount(0)
  await elsewhere.reload()
  await heading(elsewhere, 'Sign in')
  await elsewhere.context().close()
})

test('Olga makes a key for another system, which uses it until she revokes it', async () => {
  await go(atOlga, '/settings/keys')
  await atOlga.getByRole('button', { name: 'New key' }).click()
  const dialog = atOlga.getByRole('dialog')
  await dialog.getByLabel('Name').fill('The warehouse')
  await shoot(atOlga, 'accounts-new-key')
  await dialog.getByRole('button', { name: 'Make the key' }).click()
  const key = await dialog.getByLabel('API key').inputValue()
  await dialog.getByRole('button', { name: 'Close' }).click()
  const use = async () => (await fetch(`${product.url}/api/v1/surveys`, { headers: { authorization: `Bearer ${key}` } })).status
  expect(await use()).toBe(200)
  await atOlga.reload()
  const row = atOlga.getByRole('listitem').filter({ hasText: 'The warehouse' })
  await expect(row.getByText(/^used /)).toBeVisible()
  await shoot(atOlga, 'accounts-keys')
  await row.getByRole('button', { name: 'Revoke' }).click()
  await atOlga.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row.getByText(/^revoked /)).toBeVisible()
  expect(await use()).toBe(401)
})

test('as operator she opens a second organisation with the same login, and goes from one to the other', async () => {
  await go(atOlga, '/settings/operator')
  await atOlga.getByRole('button', { name: 'Open an organisation' }).click()
  const dialog = atOlga.getByRole('dialog')
  await dialog.getByLabel('Organisation').fill('Eastwind Power')
  await dialog.getByLabel('Its owner’s name').fill(olga.name)
  await dialog.getByLabel('Their e-mail address').fill(olga.email)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  const link = await dialog.getByLabel('A link to pass on').inputValue()
  await atOlga.goto(link)
  await heading(atOlga, 'Welcome to Eastwind Power')
  await atOlga.getByRole('button', { name: 'Join Eastwind Power' }).click()
  await expect(atOlga.getByRole('navigation', { name: 'Main' }).first()).toContainText('Eastwind Power')
  await atOlga.getByRole('button', { name: olga.name, exact: true }).click()
  await shoot(atOlga, 'accounts-switch')
  await atOlga.getByRole('menuitem', { name: org }).click()
  await expect(atOlga.getByRole('navigation', { name: 'Main' }).first()).toContainText(org)
})

test('as operator she suspends an organisation, opens it again, exports it, deletes it and keeps it after all', async () => {
  await go(atOlga, '/settings/operator')
  const row = atOlga.getByRole('listitem').filter({ hasText: 'Eastwind Power' })
  const choose = async (what: string) => {
    await row.getByRole('button', { name: 'More' }).click()
    await atOlga.getByRole('menuitem', { name: what }).click()
  }
  const dialog = atOlga.getByRole('dialog')
  await choose('Suspend')
  await dialog.getByLabel('Reason').fill('The bill is open')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(row.getByText('suspended: The bill is open')).toBeVisible()
  await row.getByRole('button', { name: 'Open again' }).click()
  await expect(row.getByText('open', { exact: true })).toBeVisible()
  const download = atOlga.waitForEvent('download')
  await choose('Export everything')
  expect((await download).suggestedFilename()).toMatch(/\.ndjson$/)
  await choose('Delete')
  await expect(dialog.getByText(/For 14 days you can undo this/)).toBeVisible()
  await dialog.getByLabel(/Type its name/).fill('Eastwind Power')
  await shoot(atOlga, 'accounts-delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(row.getByText(/^deleted on /)).toBeVisible()
  await shoot(atOlga, 'accounts-operator')
  await row.getByRole('button', { name: 'Keep it' }).click()
  await expect(row.getByText('open', { exact: true })).toBeVisible()
})

test('a stranger is told that sign-up is closed', async ({ page }) => {
  await go(page, '/sign-up')
  await heading(page, 'Sign-up is closed')
  await shoot(page, 'accounts-closed')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await heading(page, 'Sign in')
  await expect(page.getByRole('link', { name: 'Open an organisation' })).toHaveCount(0)
})

test('where the operator opened sign-up, a stranger opens an organisation and enters by the mail', async ({ page }) => {
  const smtp = await startSmtp()
  const open = await startProduct({ OPEN_SIGNUP: 'true', SMTP_URL: smtp.url })
  try {
    const first = { org, name: olga.name, email: olga.email, password }
    expect((await page.request.post(`${open.url}/api/v1/setup`, { data: first })).status()).toBe(201)
    await page.goto(`${open.url}/sign-in`)
    await page.getByRole('link', { name: 'Open an organisation' }).click()
    await page.getByLabel('Organisation').fill('Westwind Gas')
    await page.getByLabel('Your name').fill('Will Westwind')
    await page.getByLabel('E-mail address').fill('will@westwind.example')
    await shoot(page, 'accounts-sign-up')
    await page.getByRole('button', { name: 'Open the organisation' }).click()
    await heading(page, 'Look into your mail')
    await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(1)
    const mail = smtp.mails[0]!.raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
    await page.goto(/http:\S+\/invitations\/[\w-]+/.exec(mail)![0])
    await heading(page, 'Welcome to Westwind Gas')
    await page.getByLabel('Password').fill('wills own phrase')
    await page.getByRole('button', { name: 'Join Westwind Gas' }).click()
    await heading(page, 'My day')
  } finally {
    await open.stop()
    await smtp.stop()
  }
})
