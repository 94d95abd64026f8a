import { expect } from '@playwright/test'
import PostalMime, { type Email } from 'postal-mime'
import { castOf, unitsCsv } from '../cast.ts'
import { callProduct } from '../callProduct.ts'
import { type House, join, test } from '../house.ts'
import { shoot, takePicture } from '../looking.ts'
import { bucketOf } from '../../src/insights/trendBuckets.ts'
import { isoDayOf, plusDays } from '../../src/people/period.ts'

const { mira, olga } = castOf('digest')
let house: House
let key = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Water', olga)
  await call('/units/import', unitsCsv)
  const { inviteUrl } = await call('/members', { email: mira.email, role: 'manager' })
  await join(house, inviteUrl, mira.name)
  await answerForWeeks()
})

const call = (path: string, body: object | string) => callProduct({ url: house.url, key }, 'POST', path, body)

const monday = bucketOf(isoDayOf(Date.now()), 'week')

/** Twelve weeks of answers, the last of them the week before this one; Kelby in Northmoor is liked more than Saltmouth in Westbay. */
async function answerForWeeks(): Promise<void> {
  const questions = [{ id: 'nps', kind: 'nps', prompt: 'Would you recommend us?' }]
  const { id } = await call('/surveys', { name: 'After the visit', locale: 'en', questions })
  await call(`/surveys/${id}/publish`, {})
  const rows = Array.from({ length: 12 * 24 }, (_, i) => {
    const [n, week] = [Math.floor(i / 12), i % 12]
    const answer = n % 2 ? `${8 + (n % 3)},kelby` : `${3 + (n % 7)},saltmouth`
    return `${answer},${plusDays(monday, -7 * week - 5)}T10:00:00Z`
  })
  const map = encodeURIComponent(JSON.stringify({ score: 'nps', unit: 'unit', at: 'respondedAt' }))
  await call(`/surveys/${id}/responses/import?map=${map}`, `score,unit,at\n${rows.join('\n')}\n`)
}

const digests = () => house.smtp.mails.filter(mail => mail.to === mira.email && /^Subject: Your week/m.test(mail.raw))

test('Mira chooses the weekly digest, sees one now, reads it on her phone, follows it, and stops it in one step', async ({
  page,
  browser,
}) => {
  await house.signIn(page, mira.email)
  await page.goto(`${house.url}/settings/notifications`)
  const weekly = page.getByRole('switch', { name: 'The week in numbers, each Monday at seven' })
  await expect(weekly).toBeChecked()
  await page.getByText('The week in numbers, each Monday at seven').click()
  await expect(weekly).not.toBeChecked()
  await page.getByText('The week in numbers, each Monday at seven').click()
  await expect(weekly).toBeChecked()
  await page.getByRole('button', { name: 'Send me one now' }).click()
  await expect(page.getByText(`The digest is on its way to ${mira.email}.`)).toBeVisible()
  await shoot(page, 'digest-choice')

  await expect.poll(() => digests().length, { timeout: 30_000 }).toBe(1)
  const [sent] = digests()
  expect(sent!.to).toBe(mira.email)
  const mail = await PostalMime.parse(sent!.raw, { attachmentEncoding: 'base64' })
  expect(mail.subject).toMatch(/^Your week: NPS \d+$/)
  expect(mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click')
  expect(mail.text).toMatch(/Best: Northmoor .* ± /)

  const phone = await browser.newPage({ viewport: { width: 360, height: 780 } })
  await phone.setContent(pageOf(mail))
  const picture = phone.getByRole('img', { name: /^Net Promoter Score by week: / })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(500)
  await shoot(phone, 'digest-mail')

  const insights = (await phone.getByRole('link', { name: 'Open insights' }).getAttribute('href'))!
  const stop = (await phone.getByRole('link', { name: 'Stop the weekly digest' }).getAttribute('href'))!
  await page.goto(insights)
  await expect(page.getByRole('heading', { name: 'Insights' })).toBeVisible()
  // The week of the mail, not all twelve.
  await expect(page.getByText('24 answers').first()).toBeVisible()
  await takePicture(page, 'digest-insights')

  // On her phone she is not signed in.
  await phone.goto(stop)
  await shoot(phone, 'digest-stop')
  await phone.getByRole('button', { name: 'Stop the weekly digest' }).click()
  await expect(phone.getByRole('heading', { name: 'The weekly digest has stopped' })).toBeVisible()
  await shoot(phone, 'digest-stopped')
  await page.goto(`${house.url}/settings/notifications`)
  await expect(weekly).not.toBeChecked()
  await phone.close()
})

/** The page of a mail, with the pictures that travel with it in their places. */
const pageOf = ({ html, attachments }: Email): string =>
  attachments.reduce(
    (page, { contentId, mimeType, content }) =>
      contentId ? page.replaceAll(`cid:${contentId.slice(1, -1)}`, `data:${mimeType};base64,${content}`) : page,
    html!,
  )
