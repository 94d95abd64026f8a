import type { Locator } from '@playwright/test'

/**
 * Opens what a field offers by clicking into it. It opens when the field gets the focus and closes when the page scrolls; the news of a
 * scroll comes a frame later, on a busy machine after the click. So the field is brought into view first, and that is over.
 */
export async function openChoices(field: Locator): Promise<void> {
  await field.scrollIntoViewIfNeeded()
  await field.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  await field.click()
}
