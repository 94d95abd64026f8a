import type { Locator, Page } from '@playwright/test'

/** Drags with the mouse as a hand does: presses, begins to move, goes there in steps, and lets go on it or at its lower edge. */
export async function drag(page: Page, from: Locator, to: Locator, where: 'on' | 'below' = 'on'): Promise<void> {
  await carry(page, from, to, where)
  await page.mouse.up()
}

/** The same without letting go. */
export async function carry(page: Page, from: Locator, to: Locator, where: 'on' | 'below' = 'on'): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('What is dragged, or where it goes, cannot be seen.')
  // On the name: buttons at both ends of a row have a press of their own.
  const x = start.x + start.width / 3
  const y = end.y + (where === 'on' ? end.height / 2 : end.height - 2)
  await page.mouse.move(x, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 4, start.y + start.height / 2 + 8, { steps: 4 })
  await page.mouse.move(end.x + end.width / 3, y, { steps: 12 })
}
