import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const candidates = [
  process.env['CHROMIUM_PATH'],
  // Draws the page and nothing around it: a third less work than the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
]

/** The system's Chromium, or the one Playwright brought. */
export function findChromium(): string | undefined {
  return [...candidates, chromium.executablePath()].find(path => path && existsSync(path))
}

/** No calls home: the machine may have no network, and a test needs none. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]
