import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { openPages, pages } from '../../src/app/web/nav/pages.ts'
import { dana, mira, olga, omar, password, peopleCsv, unitsCsv } from '../cast.ts'
import { type Running, startProduct } from '../product.ts'

const org = 'Northwind Water'
const [name, prompt, comment, rule] = ['After the visit', 'How likely are you to recommend us?', 'Nobody called', 'Six or fewer']
/** A word that no line holds, as an address or a place of its own may be. */
const long = `Llanfairpwllgwyngyll${'gogerychwyrndrobwll'.repeat(8)}gogogoch`
const longAddress = 'the.accounts.department.of.whitlocks.bakery@invoices.and.reminders.whitlocks-bakery.example'
/** What somebody of the organisation typed, or what is called so in every language: no words of the product. */
const typed = [
  long,
  longAddress,
  org,
  name,
  prompt,
  comment,
  rule,
  'Why?',
  "Whitlock's Bakery",
  'First key',
  'Kelby',
  'Northmoor',
  'Saltmouth',
  'Westbay',
  ...[olga, omar, mira, dana].flatMap(person => [person.email, person.name]),
  'Dana',
  // A theme and the word that speaks for it.
  'Communication',
  'called',
  'Ctrl K',
  'English',
  'German',
  'Deutsch',
  'Arabic',
  'Chrome',
  'Linux',
  'UTC',
  'newcomer@northwind.example',
  'no-reply@localhost.localdomain',
]

let product: Running
let ids: Record<string, string>

test.beforeAll(async ({ playwright }) => {
  product = await startProduct()
  ids = await settle(await playwright.request.newContext())
})
test.afterAll(() => product?.stop())

/** An organisation with something on every page; the id of one thing for each kind of page. */
async function settle(request: APIRequestContext): Promise<Record<string, string>> {
  let key = ''
  const call = async (method: 'get' | 'post', path: string, data?: unknown, type = 'application/json') => {
    const headers = { ...(data !== undefined && { 'content-type': type }), ...(key && { authorization: `Bearer ${key}` }) }
    const reply = await request[method](`${product.url}/api/v1${path}`, { headers, ...(data !== undefined && { data }) })
    expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true)
    return reply.json()
  }
  const first = async (path: string) => (await call('get', path)).items[0].id as string
  key = (await call('post', '/setup', { org, name: olga.name, email: olga.email, password })).apiKey
  await call('post', '/units/import', unitsCsv, 'text/csv')
  await call('post', '/people/import', peopleCsv, 'text/csv')
  const questions = [
    { id: 'q', kind: 'nps', prompt, required: true },
    { id: 'why', kind: 'text', prompt: 'Why?' },
  ]
  const { id: survey } = await call('post', '/surveys', { name, locale: 'en', questions })
  await call('post', `/surveys/${survey}/publish`, {})
  const when = { all: [{ question: 'q', atMost: 6 }] }
  const { id: ruleId } = await call('post', '/alert-rules', {
    name: rule,
    survey,
    kind: 'recovery',
    when,
    route: [{ to: 'unit-manager' }],
  })
  const answers = { q: 2, why: comment }
  const { id: response } = await call('post', `/surveys/${survey}/responses`, {
    answers,
    unit: 'kelby',
    person: { email: dana.email },
  })
  await call('post', '/units/import', `unit,parent,name\nlong,,${long}\n`, 'text/csv')
  const { alertIds } = await call('post', `/surveys/${survey}/responses`, {
    answers: { q: 2, why: long },
    unit: 'long',
    person: { email: longAddress },
  })
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['09:00', '17:00']]]))
  const { id: calendar } = await call('post', '/calendars', { name, tz: 'UTC', hours })
  const { id: policy } = await call('post', '/policies', { name, calendar, acknowledge: 60 })
  const { id: webhook } = await call('post', '/webhooks', { name, url: 'https://hooks.invalid/' })
  const { inviteUrl } = await call('post', '/members', { email: 'newcomer@northwind.example', role: 'viewer' })
  return {
    '/surveys/$id': survey,
    '/rules/$id': ruleId,
    '/responses/$id': response,
    '/alerts/$id': alertIds[0],
    '/people/$id': await first('/people?q=dana'),
    '/outbox/$id': await first('/outbox'),
    '/settings/calendars/$id': calendar,
    '/settings/promises/$id': policy,
    '/settings/webhooks/$id': webhook,
    $help: survey,
    '/invitations/$token': inviteUrl.split('/').pop(),
    $token: 'a-token-that-nobody-has',
  }
}

const addressOf = (path: string) =>
  path
    .replace(/^((?:\/\w+)+\/)\$(id|token)/, (whole, base, kind) => base + (ids[whole] ?? ids[`$${kind}`]))
    .replace('$help', ids['$help']!)

/** What react-aria says by itself: it speaks English, German and Arabic, but no pseudo-locale. */
const ofTheKit = /(day|month|year),|Calendar|Selected Date|Show suggestions|Collapse|Expand|Click to start dragging|yyyy/

/** Words on the page that did not come through `t`: the pseudo-locale leaves no plain letter. */
const plainWords = (page: Page) =>
  page.evaluate(known => {
    const found: string[] = []
    const look = (text: string | null, where: string) => {
      let rest = text ?? ''
      for (const word of known) rest = rest.replaceAll(word, '')
      // Weekdays and months are said by the browser, which knows no pseudo-locale.
      rest = rest.replace(/\b(Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(day)?\b/g, '')
      rest = rest.replace(/\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(uary|ruary|ch|il|ust|ember|ober)?\b/g, '')
      if (/[A-Za-z]{3}/.test(rest)) found.push(`${where}${text!.trim().slice(0, 300)}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!
      // A language says its own name in its own letters; avatars show initials.
      if (!parent.closest('script, style, noscript, pre, code, [lang]:not(html), [aria-hidden="true"]'))
        look(walker.currentNode.textContent, '')
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!element.closest('[lang]:not(html)')) look(element.getAttribute(name), `${name}: `)
    return [...new Set(found)]
  }, typed)

// What these pages show in plain letters, and why that is right.
const excused: Record<string, RegExp> = {
  // Questionnaires to begin with, in the language of the questionnaire.
  '/surveys/new': /./,
  // The languages of questionnaires by their own names.
  '/settings': /^(français|español|italiano|polski|Türkçe)$/,
  // A mail is written in its reader's language.
  '/outbox': /invites you|answered 2/,
  '/outbox/$id': /invites you|answered 2/,
  // Why an alert came to somebody was written down when it came.
  '/alerts/$id': /manages|manager|nobody else is there$/,
  // The way routing would take is told by the server, in English.
  '/rules': /nobody else is there$|has no manager/,
  '/rules/$id': /nobody else is there$|has no manager/,
  // Addresses; kinds of things that happen, as machines read them; and what a receiver or the network replied.
  '/settings/webhooks': /^https:/,
  '/settings/webhooks/$id': /^https:|^[a-z_]+\.[a-z-]+$|ENOTFOUND|EAI_AGAIN|hooks/,
  // The end of a key is whatever it is.
  '/settings/keys': /^⟦… [\w-]{4}, /,
  // What the server answers is English.
  '/sign-in/$token': /There is no such/,
}

// The other way round it is the same words: that the page fits is tried in passing, and all of it with TEST_ALL.
for (const locale of process.env['TEST_ALL'] ? ['pseudo', 'pseudo-rtl'] : ['pseudo-rtl']) {
  test(`in ${locale} no page shows a word that was not translated, and none scrolls sideways on a phone`, async ({ browser }) => {
    test.setTimeout(240_000)
    const known = await onPhone(browser, locale)
    await known.request.post(`${product.url}/api/v1/session`, { data: { email: olga.email, password } })
    await visitAll(known, locale, Object.keys(pages))
    await known.close()
    const stranger = await onPhone(browser, locale)
    await visitAll(stranger, locale, Object.keys(openPages))
    await stranger.close()
  })
}

async function onPhone(browser: Browser, locale: string): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${product.url}/kit?locale=${locale}`)
  return context
}

/** Some at a time: each waits until nothing moves any more. */
async function visitAll(context: BrowserContext, locale: string, paths: readonly string[]): Promise<void> {
  const left = paths.filter(path => path !== '/kit' && path !== '/demo')
  const tab = async () => {
    const page = await context.newPage()
    for (let path = left.shift(); path; path = left.shift()) await visit(page, locale, path)
  }
  await Promise.all(Array.from({ length: tabs }, tab))
}

const tabs = 2

async function visit(page: Page, locale: string, path: string): Promise<void> {
  await page.goto(product.url + addressOf(path))
  await expect(page.locator('h1').first(), path).toBeVisible({ timeout: 30_000 })
  await page.waitForLoadState('networkidle')
  await expect(page.locator('[aria-busy="true"]'), path).toHaveCount(0)
  await expect(page.locator('html')).toHaveAttribute('dir', locale === 'pseudo-rtl' ? 'rtl' : 'ltr')
  const words = (await plainWords(page)).filter(text => !ofTheKit.test(text) && !excused[path]?.test(text))
  expect.soft(words, path).toEqual([])
  for (const dir of ['rtl', 'ltr']) {
    const width = await page.evaluate(way => {
      document.documentElement.dir = way
      return document.documentElement.scrollWidth
    }, dir)
    expect.soft(width, `${path} ${dir}`).toBeLessThanOrEqual(360)
  }
}
