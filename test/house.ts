import { test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { callProduct } from './callProduct.ts'
import { olga, password } from './cast.ts'
import { type Running, startProduct } from './product.ts'
import { startSmtp, type TestSmtp } from './smtp.ts'

/** A running product that several journeys share, each in an organisation of its own. */
export interface House {
  url: string
  dataDir: string
  smtp: TestSmtp
  /** A further organisation, whose owner has joined; returns its key. */
  openOrg(org: string, owner: { name: string; email: string }): Promise<string>
  /** A page in a browser in which nobody is signed in. */
  enter(): Promise<Page>
  leave(page: Page | undefined): Promise<void>
  signIn(page: Page, email: string): Promise<void>
}

/** Tests that may ask for the house. Their own page stands in a browser that has seen the console before. */
export const test = base.extend<object, { house: House }>({
  house: [
    async ({ browser }, use) => {
      const smtp = await startSmtp()
      const product = await startProduct({ SMTP_URL: smtp.url, WEBHOOK_NETWORKS: '127.0.0.1' })
      await use(await openHouse(browser, product, smtp))
      await product.stop()
      await smtp.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  context: async ({ house }, use) => {
    const page = await house.enter()
    await use(page.context())
    await house.leave(page)
  },
  page: async ({ context }, use) => use(context.pages()[0]!),
})

/** A step of a long story: when it hangs, it says so within a minute. */
export const step = <T>(title: string, body: () => Promise<T>): Promise<T> => base.step(title, body, { timeout: 60_000 })

async function openHouse(browser: Browser, { url, dataDir }: Running, smtp: TestSmtp): Promise<House> {
  const first = { org: 'Fernside', name: olga.name, email: 'operator@fernside.example', password }
  const { apiKey } = await callProduct({ url, key: '' }, 'POST', '/setup', first)
  const free: BrowserContext[] = []
  return {
    url,
    dataDir,
    smtp,
    async openOrg(org, owner) {
      const made = await callProduct({ url, key: apiKey }, 'POST', '/orgs', { org, ...owner })
      await join({ url }, made.inviteUrl, owner.name)
      return made.apiKey
    },
    enter: async () => (free.pop() ?? (await browser.newContext(warm))).newPage(),
    async leave(page) {
      if (!page) return
      const context = page.context()
      await forget(context, url)
      free.push(context)
    },
    async signIn(page, email) {
      const reply = await page.request.post(`${url}/api/v1/session`, { data: { email, password } })
      if (!reply.ok()) throw new Error(`${email} cannot sign in: ${await reply.text()}`)
    },
  }
}

/** Accepts an invitation, as somebody who has no login yet. */
export const join = ({ url }: { url: string }, inviteUrl: string, name: string) =>
  callProduct({ url, key: '' }, 'POST', `/invitations/${inviteUrl.split('/').pop()}/acceptances`, { name, password })

const warm: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
  serviceWorkers: 'block',
}

/** All but the cache: to read and compile the console anew takes a second of work. */
async function forget(context: BrowserContext, origin: string): Promise<void> {
  const [page, ...others] = context.pages()
  const last = page ?? (await context.newPage())
  await Promise.all(others.map(other => other.close()))
  const session = await context.newCDPSession(last)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage,indexeddb,cache_storage' })
  await context.clearCookies()
  await context.setOffline(false)
  await last.close()
}
