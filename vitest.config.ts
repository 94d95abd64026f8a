import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { find15 } from './test/server15.ts'

const database = ['src/**/*.http.test.ts', 'src/**/*.db.test.ts', 'test/*.db.test.ts', 'test/attacks/**/*.test.ts']
// What depends on the server is tried on the oldest supported one each time: migrations, rights of roles and mail that several nodes carry
// (`*.db.test.ts`), and these. All other statements are planned there (test/oldest.ts). TEST_ALL=1 runs everything on both.
const onOldest = [
  'src/**/*.db.test.ts',
  'test/*.db.test.ts',
  // Two at once: locks, and what happens once however many nodes there are.
  'src/accounts/server/orgs/setup.http.test.ts',
  'src/responses/server/intake.http.test.ts',
  'src/sla/server/sla.http.test.ts',
  // Jobs, and what they do for whoever waits.
  'src/notifications/server/notifications.http.test.ts',
  // Row security, and all rows of an organisation whatever tables there are.
  'src/accounts/server/orgs/orgs.http.test.ts',
  // What is counted twice, in rollups and by hand.
  'src/responses/server/numbers/metrics.http.test.ts',
  'src/insights/server/insights.http.test.ts',
]
// A noisy machine may make one late; what fails twice is broken. Only bin/test.ts, which tells it, lets one try again.
const retry = Number(process.env['TEST_RETRIES'] ?? 0)
// What is awaited may take its time on a busy machine; what fails, fails by what it finds.
const patient = { poll: { timeout: 200_000 } }
// Files share a process each, one after the other: to load the whole product anew for each of them takes longer than most of them do.
const shared = { retry, isolate: false, testTimeout: 30_000, hookTimeout: 60_000, globalSetup: 'test/globalSetup.ts' }
// To hash a password is slow on purpose, and every file sets up an organisation.
const resolve = { alias: { '@better-auth/utils/password': join(import.meta.dirname, 'test/quickPassword.ts') } }

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
          // Files share two processes: a process for each costs more than most of them do.
          isolate: false,
          globalSetup: 'test/preparedSetup.ts',
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: patient,
        },
      },
      // When all others are done: what is asked is what survives, not who was slow, so two may run beside each other.
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          retry,
          globalSetup: 'test/preparedSetup.ts',
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: patient,
        },
      },
      { resolve, test: { ...shared, name: 'postgres-18', include: database } },
      // The oldest supported server, where its binaries are found.
      // Attacks are tried on one of the two: what they find does not depend on the server.
      ...(find15()
        ? [
            {
              resolve,
              test: {
                ...shared,
                name: 'postgres-15',
                include: process.env['TEST_ALL'] ? database : onOldest,
                exclude: ['test/attacks/**', 'node_modules/**'],
              },
            },
          ]
        : []),
    ],
  },
})
