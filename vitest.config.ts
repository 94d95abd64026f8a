import { defineConfig } from 'vitest/config'
import { find15 } from './test/server15.ts'

const database = ['src/**/*.http.test.ts', 'src/**/*.db.test.ts', 'test/attacks/**/*.test.ts']
// A noisy machine may make one late; what fails twice is broken. Only bin/test.ts, which tells it, lets one try again.
const retry = Number(process.env['TEST_RETRIES'] ?? 0)
// Files share a process each, one after the other: to load the whole product anew for each of them takes longer than most of them do.
const shared = { retry, isolate: false, testTimeout: 30_000, hookTimeout: 60_000, globalSetup: 'test/globalSetup.ts', include: database }

export default defineConfig({
  test: {
    // Two cores: more workers only make each other late.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/*.test.ts'],
          exclude: [...database, 'node_modules/**'],
          retry,
          testTimeout: 60_000,
        },
      },
      // Each test has the machine to itself: what is measured is what survives, not who was slow.
      { test: { name: 'faults', include: ['test/faults/**/*.test.ts'], fileParallelism: false, retry, testTimeout: 600_000 } },
      { test: { ...shared, name: 'postgres-18' } },
      // The oldest supported server, where its binaries are found.
      // Attacks are tried on one of the two: what they find does not depend on the server.
      ...(find15() ? [{ test: { ...shared, name: 'postgres-15', exclude: ['test/attacks/**', 'node_modules/**'] } }] : []),
    ],
  },
})
