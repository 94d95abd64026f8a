// What the two test runners tell bin/test.ts, in one shape: their reporters beside this file write it, the summary reads it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export interface TestReport {
  tests: TestOutcome[]
  /** Seconds that each file took, with what it imports and prepares. */
  files: Record<string, number>
}

export interface TestOutcome {
  file: string
  name: string
  /** `second try`: passed after it had failed. The net for a noisy machine held, and the test is not a good one. */
  outcome: 'passed' | 'second try' | 'failed' | 'skipped'
  message?: string
}

export const writeReport = (report: TestReport): void => writeFileSync(process.env['TEST_REPORT']!, JSON.stringify(report))

export const readReport = (path: string): TestReport | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TestReport) : undefined

/** What broke outside of any test counts as one that failed. */
export const failure = (file: string, name: string, errors: readonly { message?: string }[]): TestOutcome => ({
  file: fileName(file),
  name,
  outcome: 'failed',
  message: messageOf(errors),
})

export const fileName = (path: string): string => relative(process.cwd(), path)

export const messageOf = (errors: readonly { message?: string }[]): string =>
  stripVTControlCharacters(errors.map(error => error.message ?? '').join('\n')).slice(0, 600)
