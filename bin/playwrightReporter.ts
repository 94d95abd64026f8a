import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { failure, fileName, messageOf, type TestOutcome, type TestReport, writeReport } from './testReport.ts'

const outcomes = { expected: 'passed', flaky: 'second try', unexpected: 'failed', skipped: 'skipped' } as const

export default class PlaywrightReporter implements Reporter {
  private suite: Suite | undefined
  private readonly report: TestReport = { tests: [], files: {} }

  onBegin(_: FullConfig, suite: Suite): void {
    this.suite = suite
  }

  onError(error: TestError): void {
    this.report.tests.push(failure('playwright', 'outside of any test', [{ message: error.message ?? error.value ?? '' }]))
  }

  onEnd(): void {
    const { tests, files } = this.report
    for (const test of this.suite?.allTests() ?? []) {
      const file = fileName(test.location.file)
      files[file] = test.results.reduce((sum, { duration }) => sum + duration / 1000, files[file] ?? 0)
      tests.push(outcomeOf(file, test))
    }
    writeReport(this.report)
  }
}

function outcomeOf(file: string, test: TestCase): TestOutcome {
  const [, project, , ...names] = test.titlePath()
  const errors = test.results.flatMap(result => result.errors).map(({ message }) => ({ message: message ?? '' }))
  return {
    file,
    name: `${names.join(' > ')} (${project})`,
    outcome: outcomes[test.outcome()],
    ...(errors.length > 0 && { message: messageOf(errors) }),
  }
}
