// The last lines of bin/test.ts: where the time went, then whatever somebody should look at, then the numbers.
import type { TestOutcome, TestReport } from './testReport.ts'

export interface Step {
  title: string
  seconds: number
  ok: boolean
  /** Absent where the step is one check and not many tests. */
  report?: TestReport | undefined
}

export interface Counts {
  passed: number
  failed: number
  skipped: number
  secondTries: number
}

export function count({ ok, report }: Step): Counts {
  const of = (outcome: TestOutcome['outcome']) => report?.tests.filter(test => test.outcome === outcome).length ?? 0
  const secondTries = of('second try')
  // A run that died without a failed test (a crash, no report) is a failure all the same.
  const failed = ok ? of('failed') : Math.max(of('failed'), 1)
  return { passed: report ? of('passed') + secondTries : ok ? 1 : 0, failed, skipped: of('skipped'), secondTries }
}

export function total(steps: readonly Step[]): Counts {
  const sum = { passed: 0, failed: 0, skipped: 0, secondTries: 0 }
  for (const counts of steps.map(count)) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
  return sum
}

/** How long each step took and may take, and the ten slowest files over all steps. Without budgets their column stays empty. */
export function timeTable(steps: readonly Step[], budgets: Readonly<Record<string, number>>): string[] {
  const row = (title: string, tests: string, seconds: string, budget: string) =>
    `${title.padEnd(12)}${tests.padStart(7)}${seconds.padStart(9)}${budget.padStart(8)}`
  const rows = steps.map(({ title, seconds, report }) =>
    row(title, report ? String(report.tests.length) : '', seconds.toFixed(1), String(budgets[title] ?? '')),
  )
  const slowest = slowestFiles(steps).map(([file, seconds]) => `${seconds.toFixed(1).padStart(9)}  ${file}`)
  return ['── Where the time went', row('step', 'tests', 'seconds', 'budget'), ...rows, '── The slowest files', ...slowest]
}

function slowestFiles(steps: readonly Step[]): [string, number][] {
  const files = new Map<string, number>()
  for (const { report } of steps)
    for (const [file, seconds] of Object.entries(report?.files ?? {})) files.set(file, (files.get(file) ?? 0) + seconds)
  return [...files].sort(([, a], [, b]) => b - a).slice(0, 10)
}

/** One line for whatever is not as it should be: what was skipped, what was slow, what passed only at its second try, what failed. */
export function remarks(steps: readonly Step[], budgets: Readonly<Record<string, number>>): string[] {
  const tests = steps.flatMap(step => step.report?.tests ?? [])
  const told = (outcome: TestOutcome['outcome']) => tests.filter(test => test.outcome === outcome)
  const skippedFiles = Map.groupBy(told('skipped'), test => test.file)
  return [
    ...[...skippedFiles].map(
      ([file, those]) => `skipped: ${file}: ${those.length === 1 ? those[0]!.name : `${those.length} tests`}`,
    ),
    ...steps
      .filter(({ title, seconds }) => seconds > (budgets[title] ?? Number.POSITIVE_INFINITY))
      .map(({ title, seconds }) => `over its budget: ${title}: ${seconds.toFixed(1)} s instead of ${budgets[title]} s`),
    ...told('second try').map(({ file, name }) => `needed a second try: ${file}: ${name}`),
    ...told('failed').map(({ file, name, message }) => `failed: ${file}: ${name}\n  ${message ?? ''}`),
    ...steps
      .filter(step => !step.ok && !step.report?.tests.some(test => test.outcome === 'failed'))
      .map(({ title }) => `failed: ${title}`),
  ]
}

export const lastLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
