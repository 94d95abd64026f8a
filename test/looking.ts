import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const all = [
  ['light', 1440],
  ['light', 360],
  ['dark', 1440],
  ['dark', 360],
] as const
type Scheme = (typeof all)[number][0]

/**
 * What stands on a page now breaks none of axe's rules. What react-aria says aloud while a button works is named by that button, which may
 * be gone by now; in the frame of a mail or a preview no script runs, also not the one that looks at it.
 */
export async function checkAxe(page: Page, without: string[] = []): Promise<void> {
  const looked = new AxeBuilder({ page }).exclude('[data-live-announcer]').exclude('iframe').disableRules(without)
  // One page is looked at by itself: without a second one that is opened to sum up what was found.
  const { violations } = await looked.setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

/**
 * Pictures of a page, wide and narrow, by day and by night, none of which scrolls sideways. Each width and each theme is looked at closely
 * once. Afterwards the page is wide and light.
 */
export async function shoot(
  page: Page,
  name: string,
  schemes: readonly Scheme[] = ['light', 'dark'],
  without: string[] = [],
): Promise<void> {
  for (const [colorScheme, width] of all.filter(([scheme]) => schemes.includes(scheme))) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    if ((width === 360) === (colorScheme === schemes.at(-1)) || schemes.length === 1) await checkAxe(page, without)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    // Pictures are for eyes: where nobody looks they only take time.
    if (!process.env['CI'])
      await page.screenshot({ path: `test-results/shots/${name}-${width}-${colorScheme}.png`, fullPage: true })
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}
