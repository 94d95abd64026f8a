import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { npmChromium } from './npmChromium.ts'

const machine = [
  process.env['CHROMIUM_PATH'],
  // Draws the page and nothing around it: a third less work than the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
]
const present = (path: string | undefined) => path && existsSync(path)

/** The machine's Chromium, else the one that npm brought, else the one of `npx playwright install chromium`. */
export const findChromium = (): string | undefined =>
  machine.find(present) ?? npmChromium() ?? [chromium.executablePath()].find(present)

/** No calls home: the machine may have no network, and a test needs none. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]
