import { expect, type Page } from '@playwright/test'
import { castOf } from '../cast.ts'
import { type House, test } from '../house.ts'
import { shoot } from '../looking.ts'
import { isSignedWith, type Receiver, startReceiver } from '../receiver.ts'

const { olga } = castOf('webhooks')
let house: House
let receiver: Receiver
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  receiver = await startReceiver()
  await house.openOrg('Northwind Water', olga)
  page = await house.enter()
  await house.signIn(page, olga.email)
})
test.afterAll(async () => {
  await house?.leave(page)
  await receiver?.stop()
})

test('Olga has what happens reported to her CRM, and tries it', async () => {
  await page.goto(`${house.url}/settings/webhooks`)
  await expect(page.getByText('Nothing is reported to other systems yet')).toBeVisible()
  await shoot(page, 'webhooks-empty')
  await page.getByRole('button', { name: 'New webhook' }).click()
  await page.getByLabel('Name').fill('CRM')
  await page.getByLabel('Address').fill('http://10.0.0.7/hooks')
  await page.getByText('Only what I choose').click()
  await page.getByText('Members, sign-in and keys').click()
  await page.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(page.getByText('This address lies inside a private network')).toBeVisible()
  await shoot(page, 'webhooks-new')
  await page.getByLabel('Address').fill(receiver.url)
  await page.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'CRM' })).toBeVisible()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByRole('row', { name: /webhook\.test.*delivered \(204\)/ })).toBeVisible()
  expect(receiver.got[0]!.json.type).toBe('webhook.test')
})

test('she gives the receiver its secret, and the signature holds', async () => {
  await page.getByRole('button', { name: 'Show the secret' }).click()
  const secret = await page.getByRole('textbox', { name: 'Secret', exact: true }).inputValue()
  expect(isSignedWith(receiver.got[0]!, secret)).toBe(true)
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click()
  await expect(page.getByRole('textbox', { name: 'Former secret' })).toHaveValue(secret)
})

test('what fails stands in the log with its reply, and is sent again with the same id', async () => {
  receiver.got.length = 0
  receiver.reply = (_, response) => void response.writeHead(500).end('The queue is full.')
  const key = await page.request.post(`${house.url}/api/v1/api-keys`, {
    data: { name: 'Till', role: 'viewer', units: null, expiresAt: null },
    headers: { origin: house.url },
  })
  expect(key.ok(), await key.text()).toBe(true)
  await expect(page.getByText('It has taken nothing since')).toBeVisible()
  receiver.reply = (_, response) => void response.writeHead(200).end('thanks')
  await page.getByRole('row', { name: /key\.created/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Message' })
  await expect(sheet.getByText('The queue is full.').or(sheet.getByText('thanks'))).toBeVisible()
  await shoot(page, 'webhooks-log')
  await sheet.getByRole('button', { name: 'Send again' }).click()
  await expect(sheet.getByText('thanks')).toBeVisible()
  expect(new Set(receiver.got.filter(got => got.json.type === 'key.created').map(got => got.id)).size).toBe(1)
  expect(receiver.got.every(got => got.signatures.length === 2)).toBe(true)
})
