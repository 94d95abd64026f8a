import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fullcircle } from '../../../../test/commandLine.ts'
import { countProbe, download, firstKey, makeProbe, query, setUp, Undo, upload } from '../../../../test/operating.ts'
import { prepare } from '../../../../test/prepared.ts'
import type { Running } from '../../../../test/product.ts'
import { runningAddress } from '../../../kit/server/postgres/embedded.ts'

// One installation, whose operator takes backups and restores them by the real command line.

const undo = new Undo()
afterEach(() => undo.all())

/** Writes row after row, one commit each; `acknowledged` is the last that the server confirmed. */
function writeOn(connection: pg.ClientConfig) {
  const writer = { acknowledged: 0, stopped: false, done: Promise.resolve() }
  const write = async () => {
    const client = new pg.Client(connection)
    client.on('error', () => {})
    await client.connect()
    while (!writer.stopped) {
      await client.query("insert into probe values ($1, repeat('x', 500))", [writer.acknowledged + 1])
      writer.acknowledged++
    }
    await client.end()
  }
  writer.done = write()
  return writer
}

/** Asks all the time whether anybody answers; how often each status was seen, 0 for no listener. */
function watchDoor(url: string) {
  const seen = new Map<number, number>()
  let open = true
  const watch = async () => {
    for (; open; await sleep(10)) {
      const status = await fetch(`${url}/readyz`).then(
        reply => reply.status,
        () => 0,
      )
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
  }
  const watching = watch()
  return {
    close: async () => {
      open = false
      await watching
      return seen
    },
  }
}

describe('Backup and restore of the embedded database', () => {
  const undoLast = new Undo()
  let dir: string
  let running: Running
  let apiKey: string
  let proof: string

  beforeAll(async () => {
    dir = await prepare(undoLast.folder())
    running = await undoLast.start({ DATA_DIR: dir })
    apiKey = await firstKey(running.url)
    proof = await upload(running.url, apiKey, 'The tanker came at nine.')
  })
  afterAll(() => undoLast.all())

  test('Taken under writes and restored into the running product: every acknowledged row is back, and nobody met a closed door.', async () => {
    const file = join(undo.folder(), 'fullcircle.backup')
    await query(runningAddress(dir)!, makeProbe)

    const writer = writeOn(runningAddress(dir)!)
    await expect.poll(() => writer.acknowledged).toBeGreaterThan(10)
    const before = writer.acknowledged
    const backup = await fullcircle(['backup', file, '--json'], { DATA_DIR: dir })
    const after = writer.acknowledged
    writer.stopped = true
    await writer.done
    expect(backup.err).toBe('')
    expect(after).toBeGreaterThan(before)
    expect(statSync(file).mode & 0o777).toBe(0o600)

    await query(runningAddress(dir)!, 'truncate probe')
    const door = watchDoor(running.url)
    const restore = await fullcircle(['restore', file, '--json'], { DATA_DIR: dir })
    const answers = await door.close()
    expect(restore.code, restore.err).toBe(0)

    const { n, last } = (await query(runningAddress(dir)!, countProbe)).rows[0]
    expect(n).toBe(last)
    expect(n).toBeGreaterThanOrEqual(before)
    expect(n).toBeLessThanOrEqual(after + 1)
    expect((await setUp(running.url)).status).toBe(409)
    expect(await download(proof, apiKey)).toBe('The tanker came at nine.')
    // Whoever knocks in the instant of a change of hands knocks once more; for the time of the restore somebody answers.
    const { 0: closed = 0, 200: ready = 0, 503: paused = 0, ...others } = Object.fromEntries(answers)
    expect(others).toEqual({})
    expect(ready).toBeGreaterThan(0)
    expect(paused).toBeGreaterThan(closed)
    expect(existsSync(join(dir, 'before-restore/postgres/data/PG_VERSION'))).toBe(true)
  })

  test('A backup brings the installation up on another machine, and a damaged one is refused while the product goes on.', async () => {
    const file = join(undo.folder(), 'fullcircle.backup')
    await fullcircle(['backup', file], { DATA_DIR: dir })

    const elsewhere = undo.folder()
    expect((await fullcircle(['restore', file], { DATA_DIR: elsewhere })).out).toMatch(/^Restored the backup of /)
    expect(readFileSync(join(elsewhere, 'secret'), 'utf8')).toBe(readFileSync(join(dir, 'secret'), 'utf8'))
    const twin = await undo.start({ DATA_DIR: elsewhere })
    expect((await setUp(twin.url)).status).toBe(409)

    truncateSync(file, statSync(file).size - 2000)
    const refused = await fullcircle(['restore', file], { DATA_DIR: dir })
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/cannot be unpacked|is cut short/)
    writeFileSync(file, 'not a backup')
    expect((await fullcircle(['restore', file], { DATA_DIR: dir })).err).toMatch(/is not a backup of Fullcircle/)
    expect((await setUp(running.url)).status).toBe(409)
    expect(existsSync(join(dir, 'restore'))).toBe(false)
  })

  test('A backup is also taken while the product rests, and there is none of nothing.', async () => {
    const file = join(undo.folder(), 'fullcircle.backup')
    expect((await fullcircle(['backup', file], { DATA_DIR: join(dir, 'none') })).err).toMatch(/^There is nothing to back up in /)
    await running.stop()
    expect((await fullcircle(['backup', file], { DATA_DIR: dir })).code).toBe(0)
    expect(runningAddress(dir)).toBeUndefined()
  })
})
