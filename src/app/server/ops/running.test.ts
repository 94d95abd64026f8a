import { afterEach, expect, test } from 'vitest'
import { fullcircle } from '../../../../test/commandLine.ts'
import { countProbe, exitOf, kill, makeProbe, query, Undo } from '../../../../test/operating.ts'
import { prepare } from '../../../../test/prepared.ts'
import { runningAddress } from '../../../kit/server/postgres/embedded.ts'

// The real product and the real command line, each in processes of their own.

const undo = new Undo()
afterEach(() => undo.all())

test('A second start on the same folder says who runs there and stops; after kill -9 the next start takes over.', async () => {
  const dir = undo.folder()
  const first = await undo.start({ DATA_DIR: dir })
  const second = await fullcircle(['start'], { DATA_DIR: dir, PORT: '0' })
  expect(second.code).toBe(1)
  expect(second.err.trim()).toMatch(
    new RegExp(`^Fullcircle already runs on ${dir} \\(process ${first.process.pid}, http://localhost:\\d+\\)\\. Stop it`),
  )
  expect(second.err.trim().split('\n')).toHaveLength(1)

  const database = runningAddress(dir)!
  await query(database, makeProbe)
  await kill(first.process)
  const heir = await undo.start({ DATA_DIR: dir })
  expect((await query(runningAddress(dir)!, countProbe)).rows).toEqual([{ n: 0, last: 0 }])

  expect((await fullcircle(['stop', '--json'], { DATA_DIR: dir })).out).toContain(`process ${heir.process.pid}`)
  expect(await exitOf(heir.process)).toBe(0)
  expect(runningAddress(dir)).toBeUndefined()
})

test('The doctor sees a running installation well, and names a port that somebody else holds; stop also ends a database whose product was killed.', async () => {
  const dir = await prepare(undo.folder())
  const running = await undo.start({ DATA_DIR: dir })
  const well = JSON.parse((await fullcircle(['doctor', '--json'], { DATA_DIR: dir })).out)
  expect(well.ok).toBe(true)
  const port = new URL(running.url).port
  const ill = await fullcircle(['doctor'], { DATA_DIR: undo.folder(), PORT: port, SMTP_URL: 'smtp://127.0.0.1:1' })
  expect(ill.code).toBe(1)
  expect(ill.out).toMatch(/✗ port: .*EADDRINUSE[^]*set PORT[^]*✗ mail: 127\.0\.0\.1:1.*ECONNREFUSED/)

  await kill(running.process)
  expect(runningAddress(dir)).toBeDefined()
  expect((await fullcircle(['stop'], { DATA_DIR: dir })).out).toMatch(/the database that was left running/)
  expect(runningAddress(dir)).toBeUndefined()
})

test.each([
  [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535\.$/],
  [{ PORT: '70000' }, /^PORT must be a whole number from 0 to 65535\.$/],
  [{ TRUST_PROXY: 'maybe' }, /^TRUST_PROXY must be true, false, or addresses of proxies such as \S+\.$/],
  [{ DATA_DIR: '/etc/passwd/x' }, /^\/etc\/passwd\/x cannot be written: a part of it is a file, not a folder\..*$/],
  [{ DATABASE_URL: 'postgres://a:b%zz@h/x' }, /^DATABASE_URL must have a % in user or password written as %25\.$/],
  [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /^The server of DATABASE_URL does not answer: .* 127\.0\.0\.1:1\..*$/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with postgres:\/\//],
  [{ FULLCIRCLE_SECRET: 'short' }, /^FULLCIRCLE_SECRET must have at least 32 characters\.$/],
  [
    { DATABASE_READ_URL: 'postgres://replica/x' },
    /^DATABASE_READ_URL belongs to a server of your own: set DATABASE_URL as well\.$/,
  ],
])('A bad setting stops the start with one clear line: %o', async (env, line) => {
  const ended = await fullcircle(['start'], { DATA_DIR: undo.folder(), ...env })
  expect(ended.code).toBe(1)
  expect(ended.err.trim()).toMatch(line)
})

test('So does an address that is none of this machine, which is seen last.', async () => {
  const ended = await fullcircle(['start'], { DATA_DIR: await prepare(undo.folder()), HOST: '203.0.113.7' })
  expect(ended.code).toBe(1)
  expect(ended.err.trim()).toMatch(/^HOST 203\.0\.113\.7 is no address of this machine \(EADDRNOTAVAIL\)\..*$/)
})
