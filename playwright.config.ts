import { defineConfig } from '@playwright/test'
import { chromiumFlags, findChromium } from './test/chromium.ts'
import { find15 } from './test/server15.ts'

const all = Boolean(process.env['TEST_ALL'])
// Told of a first visit, of the demo or of the operator: in an installation of their own.
const own = /\/(accounts|demo|languages|story|thread)\.journey\.ts/

/** Each journey is one story that ends in something a person can see, in the real product: the one of its worker, or one of its own. */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '*.journey.ts',
  globalSetup: './test/journeys/prepare.ts',
  outputDir: 'test-results/journeys',
  // Whatever waits for something says within a minute that it did not come, and most of it sooner; this is for what nobody waits for.
  timeout: 120_000,
  expect: { timeout: 10_000, toPass: { timeout: 30_000 } },
  // Two cores, and a product and a browser each: more would only wait for each other.
  workers: process.env['CI'] ? 2 : 1,
  retries: Number(process.env['TEST_RETRIES'] ?? 0),
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: findChromium()!, args: chromiumFlags },
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    // Each page would go through the worker that says one is offline; only the long story allows it.
    serviceWorkers: 'block',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // To keep one costs half as much again as the journey itself.
    trace: 'on-first-retry',
  },
  projects: [
    // Longest first, so that at the end nobody waits for one that began late. The story goes through what the others tell in parts.
    { name: 'own', testMatch: own, testIgnore: all ? [] : /\/story\.journey\.ts/ },
    // On the oldest supported server, too, where there is time for it.
    ...(all && find15() ? [{ name: 'server-15', testMatch: /\/(thread|story)\.journey\.ts/ }] : []),
    { name: 'shared', testIgnore: own },
  ],
})
