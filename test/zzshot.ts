import { chromium } from '@playwright/test'
import { chromiumFlags, findChromium } from './chromium.ts'
const [base, ...paths] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags })
const page = await (await b.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
page.on('console', m => m.type() === 'error' && console.log('console', m.text().slice(0, 200)))
await page.goto(base + '/')
await page.getByRole('link', { name: 'Explore the demo organisation' }).click()
await page.getByRole('heading', { name: 'My day' }).waitFor({ timeout: 60000 })
for (const p of paths) {
  const [path, name] = p.split('=>')
  for (const [w, scheme] of [[1440, 'light'], [360, 'dark']] as const) {
    await page.setViewportSize({ width: w, height: 900 }); await page.emulateMedia({ colorScheme: scheme })
    await page.goto(base + path!); await page.waitForTimeout(1800)
    await page.screenshot({ path: `/tmp/shots/${name}-${w}-${scheme}.png`, fullPage: !process.env.VIEW })
    const sw = await page.evaluate(() => document.documentElement.scrollWidth); if (sw > w) console.log('overflow', name, w, sw)
  }
}
await b.close()
