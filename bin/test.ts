// Everything that CI checks, in the order in which it fails fastest. Ends with a line `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findChromium } from '../test/chromium.ts'
import { find15 } from '../test/server15.ts'

const root = join(import.meta.dirname, '..')
const faults = process.argv.includes('--faults')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const out = join(root, 'test-results')
// Here everything runs at once, on whatever machine: what one late process broke is tried once more, and said so.
process.env['CI'] ??= 'true'

const begun = Date.now()
let passed = 0
let failed = 0
/** Told once more at the end, where one looks first. */
const broken: string[] = []

function step(title: string, command: string, args: string[], env: Record<string, string> = {}): void {
  console.log(`\n── ${title}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  count(title, status === 0 ? 1 : 0, status === 0 ? 0 : 1)
}

function count(title: string, good: number, bad: number): void {
  passed += good
  failed += bad
  if (bad) broken.push(`${title}: ${bad} failed`)
  const minutes = (Date.now() - begun) / 60_000
  console.log(`── ${title}: ${bad ? `${bad} failed` : 'passed'}, ${minutes.toFixed(1)} minutes since the beginning`)
}

function vitest(title: string, args: string[], env: Record<string, string> = {}): void {
  const report = join(out, `${title.replaceAll(' ', '-')}.json`)
  console.log(`\n── ${title}`)
  const run = spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  countReport(title, report, run.status)
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

function countReport(title: string, report: string, status: number | null): void {
  const result = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : undefined
  const bad = result?.numFailedTests ?? 0
  for (const { name, assertionResults } of result?.testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') broken.push(`${relative(root, name)}: ${fullName}\n  ${failureMessages.join('\n').slice(0, 600)}`)
  // A run that died without a failed test (a crash, no report) is a failure all the same.
  count(title, result?.numPassedTests ?? 0, status === 0 ? bad : Math.max(bad, 1))
}

function journeys(): void {
  const chromium = findChromium()
  if (!chromium) {
    console.log(
      '\n── journeys: no Chromium was found. Debian: apt-get install chromium-headless-shell; elsewhere: npx playwright install chromium, or set CHROMIUM_PATH.',
    )
    count('journeys', 0, 1)
    return
  }
  const report = join(out, 'journeys.json')
  console.log('\n── journeys')
  const run = spawnSync(bin('playwright'), ['test', '--reporter=list,json'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const stats = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number } }).stats
    : undefined
  count('journeys', stats?.expected ?? 0, run.status === 0 ? 0 : Math.max(stats?.unexpected ?? 0, 1))
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
if (!find15())
  console.log('PostgreSQL 15 was not found, so only the embedded 18 is tried. Debian: apt-get install postgresql-15.')
if (faults) {
  step('console', process.execPath, ['bin/build.ts'])
  vitest('faults', ['--project', 'faults'], { FAULT_ROUNDS: '25' })
} else {
  step('types', bin('tsc'), ['-b'])
  step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'test', 'bin'])
  step('format', bin('biome'), ['format', 'src', 'test', 'bin'])
  step('dead code', bin('knip'), [])
  step('words', process.execPath, ['bin/i18n.ts', '--check'])
  step('console', process.execPath, ['bin/build.ts'])
  vitest('tests', ['--project', 'pure', '--project', 'postgres-18', '--project', 'postgres-15', '--project', 'faults'], {
    FAULT_ROUNDS: '5',
  })
  journeys()
}
if (broken.length > 0) console.log(`\n── What failed\n${broken.join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
