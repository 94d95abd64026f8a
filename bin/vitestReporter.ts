import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'
import { failure, fileName, messageOf, type TestOutcome, type TestReport, writeReport } from './testReport.ts'

export default class VitestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[]): void {
    const report: TestReport = { tests: outside.map(error => failure('vitest', 'outside of any test', [error])), files: {} }
    for (const module of modules) {
      const file = fileName(module.moduleId)
      report.files[file] = (report.files[file] ?? 0) + secondsOf(module)
      for (const part of [module, ...module.children.allSuites()])
        if (part.errors().length > 0) report.tests.push(failure(file, 'before or after its tests', part.errors()))
      for (const test of module.children.allTests()) report.tests.push(outcomeOf(file, test))
    }
    writeReport(report)
  }
}

function secondsOf(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic()
  return (environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration) / 1000
}

function outcomeOf(file: string, test: TestCase): TestOutcome {
  const { state, errors } = test.result()
  return {
    file,
    name: `${test.fullName} (${test.project.name})`,
    outcome: test.diagnostic()?.flaky ? 'second try' : state === 'pending' ? 'skipped' : state,
    ...(errors && { message: messageOf(errors) }),
  }
}
