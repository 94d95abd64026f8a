// Everything that CI checks, in the order in which it fails fastest. Ends with a line `N passed, N failed`.
//   --all     besides, the whole HTTP suite on PostgreSQL 15 and the long rounds of the faults
//   --faults  only the faults, in their long rounds
//   --load    the same beside two busy loops, and nothing is tried a second time
import { spawn, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findChromium } from '../test/chromium.ts'
import { findPooler } from '../test/pooler.ts'
import { find15 } from '../test/server15.ts'
import { startBusyLoops } from './busyLoops.ts'
import { cleanCommit } from './cleanCommit.ts'
import { readReport } from './testReport.ts'
import { count, lastLine, remarks, type Step, timeTable, total } from './testSummary.ts'

/** Seconds that each step of `npm test` may take on two cores, the faults beside all but the journeys. A slower one is told at the end. */
const budgets = {
  console: 10,
  types: 60,
  lint: 40,
  format: 10,
  'dead code': 20,
  words: 5,
  faults: 200,
  tests: 300,
  journeys: 260,
}
/** All of them. */
const TOGETHER = 700

const root = join(import.meta.dirname, '..')
const out = join(root, 'test-results')
const flag = { type: 'boolean' as const, default: false }
const { all, faults, load } = parseArgs({ options: { all: flag, faults: flag, load: flag } }).values
const plain = !all && !faults && !load
process.chdir(root)
// Here everything runs at once, on whatever machine: what one late process broke is tried once more, and told at the end.
process.env['CI'] ??= 'true'
process.env['TEST_RETRIES'] = load ? '0' : '1'
process.env['FAULT_ROUNDS'] ??= all || faults ? '25' : '1'
if (all) process.env['TEST_ALL'] = '1'

const begun = Date.now()
const commit = cleanCommit()
const steps: Step[] = []
const notes: string[] = []
rmSync(out, { recursive: true, force: true })
mkdirSync(out)
if (load) startBusyLoops(2)
if (!find15())
  notes.push('skipped: whatever needs PostgreSQL 15. Debian 12: apt-get install postgresql-15; elsewhere set PG15_BIN')
if (!findPooler()) notes.push('skipped: whatever needs pgbouncer. Debian: apt-get install pgbouncer')

await step('console', process.execPath, ['bin/build.ts'])
if (faults) await vitest('faults', ['faults'])
else {
  // Half of the time they wait for what was killed to come back: that is when the code is read, and the tests begin.
  const beside = vitest('faults', ['faults'], join(out, 'faults.log'))
  // Several checkers each infer the contracts anew, which is most of their work.
  await step('types', bin('tsc'), ['-b', '--checkers', '1'])
  await step('lint', bin('oxlint'), ['--type-aware', '--deny-warnings', 'src', 'test', 'bin'])
  await step('format', bin('biome'), ['format', 'src', 'test', 'bin'])
  await step('dead code', bin('knip'), [])
  await step('words', process.execPath, ['bin/i18n.ts', '--check'])
  await vitest('tests', ['pure', 'postgres-18', 'postgres-15'])
  await beside
  await journeys()
}

const limits = plain ? { ...budgets, together: TOGETHER } : {}
const counts = total(steps)
const times = [...steps, { title: 'together', seconds: (Date.now() - begun) / 1000, ok: true }]
console.log(['', ...timeTable(times, limits), '', ...notes, ...remarks(times, limits)].join('\n'))
const green = counts.failed === 0 && counts.secondTries === 0
if (plain && green && commit && commit === cleanCommit()) writeFileSync(join(out, 'passed'), `${commit}\n`)
console.log(`\n${lastLine(counts)}`)
process.exit(counts.failed ? 1 : 0)

function bin(name: string): string {
  return join(root, 'node_modules/.bin', name)
}

interface StepOptions {
  env?: Record<string, string>
  /** Where its words are kept until it is done, when something else speaks meanwhile. */
  log?: string | undefined
}

async function step(title: string, command: string, args: string[], { env = {}, log }: StepOptions = {}): Promise<void> {
  console.log(`\n── ${title}${log ? ', beside what follows' : ''}`)
  const report = join(out, `${title.replaceAll(' ', '-')}.json`)
  const from = Date.now()
  const words = log && openSync(log, 'w')
  const stdio: StdioOptions = words ? ['ignore', words, words] : 'inherit'
  const child = spawn(command, args, { stdio, env: { ...process.env, TEST_REPORT: report, ...env } })
  const [status] = await once(child, 'close')
  const now = Date.now()
  if (log) console.log(readFileSync(log, 'utf8'))
  const done: Step = { title, seconds: (now - from) / 1000, ok: status === 0, report: readReport(report) }
  steps.push(done)
  const { failed } = count(done)
  console.log(
    `── ${title}: ${failed ? `${failed} failed` : 'passed'}, ${((now - begun) / 60_000).toFixed(1)} minutes since the beginning`,
  )
}

function vitest(title: string, projects: string[], log?: string): Promise<void> {
  const reporters = ['--reporter=default', '--reporter=./bin/vitestReporter.ts']
  return step(title, bin('vitest'), ['run', ...reporters, ...projects.map(project => `--project=${project}`)], { log })
}

async function journeys(): Promise<void> {
  const chromium = findChromium()
  if (!chromium)
    notes.push('failed: no Chromium was found for the journeys: npx playwright install chromium, or set CHROMIUM_PATH')
  if (!chromium) steps.push({ title: 'journeys', seconds: 0, ok: false })
  else
    await step('journeys', bin('playwright'), ['test', '--reporter=list,./bin/playwrightReporter.ts'], {
      env: { CHROMIUM_PATH: chromium },
    })
}
