import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type axeCore from 'axe-core'

const views = [
  ['light', 1440],
  ['dark', 1440],
  ['dark', 360],
  ['light', 360],
] as const
/** Not only what `npm test` has time for. */
const all = Boolean(process.env['TEST_ALL'])
type Scheme = (typeof views)[number][0]
type Width = (typeof views)[number][1]

const source = `${readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')};(${rememberColours})()`

interface Colour {
  r: number
  g: number
  b: number
  alpha: number
  parseString(text: string): Colour
}

/** A page has a dozen colours and axe reads them some ten thousand times, each time anew: that was more than half of its work. */
function rememberColours() {
  const { prototype } = (globalThis as unknown as { axe: { commons: { color: { Color: { prototype: Colour } } } } }).axe.commons
    .color.Color
  const read = prototype.parseString
  const known = new Map<string, Pick<Colour, 'r' | 'g' | 'b' | 'alpha'>>()
  prototype.parseString = function (this: Colour, text) {
    const before = known.get(text)
    if (before) return Object.assign(this, before)
    const { r, g, b, alpha } = read.call(this, text)
    known.set(text, { r, g, b, alpha })
    return this
  }
}

/**
 * What stands on a page now breaks none of axe's rules. What react-aria says aloud while a button works is named by that button, which may
 * be gone by now; in the frame of a mail or a preview no script runs, also not the one that looks at it.
 */
export async function checkAxe(page: Page, without: string[] = []): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found = await page.evaluate(async off => {
    const { violations } = await (globalThis as unknown as { axe: typeof axeCore }).axe.run(
      { exclude: [['[data-live-announcer]'], ['iframe']] },
      {
        // Of all that is well, nothing is written down: on a long page that takes as long as the looking.
        resultTypes: ['violations'],
        // No rule that is on reads the style sheets.
        preload: { assets: ['media'] },
        iframes: false,
        rules: Object.fromEntries(off.map(rule => [rule, { enabled: false }])),
      },
    )
    return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
  }, without)
  expect(found).toEqual([])
}

/** Each width and each theme once where there is little time, or where nobody takes pictures of all four. */
export const isLookedAt = (scheme: Scheme, width: number): boolean =>
  all || !process.env['CI'] || (scheme === 'dark') === (width === 360)

/** Each width and each theme is looked at closely once; where there is less time, the narrow page by one theme. */
const isLookedAtClosely = (scheme: Scheme, width: Width, schemes: readonly Scheme[]): boolean =>
  schemes.length === 1 ? width === 360 || all : (width === 360) === (scheme === schemes.at(-1)) && (width === 360 || all)

/** Pictures of a page, wide and narrow, by day and by night, none of which scrolls sideways. Afterwards the page is wide and light. */
export async function shoot(
  page: Page,
  name: string,
  schemes: readonly Scheme[] = ['light', 'dark'],
  without: string[] = [],
): Promise<void> {
  for (const [scheme, width] of views.filter(([scheme]) => schemes.includes(scheme))) {
    await showAt(page, scheme, width)
    if (isLookedAtClosely(scheme, width, schemes)) await checkAxe(page, without)
    await doesNotScrollSideways(page, width)
    await takePicture(page, `${name}-${width}-${scheme}`)
  }
  await showAt(page, 'light', 1440)
}

export async function showAt(page: Page, colorScheme: Scheme, width: Width): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height: 900 })
}

export const doesNotScrollSideways = (page: Page, width: number): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)

/** Pictures are for eyes: where nobody looks they only take time. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env['CI']) await page.screenshot({ path: `test-results/shots/${name}.png`, fullPage: true })
}
