import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fullcircle } from '../../../../test/commandLine.ts'
import { countProbe, download, firstKey, makeProbe, query, setUp, Undo, upload } from '../../../../test/operating.ts'
import type { Running } from '../../../../test/product.ts'
import { find15, type Server15, start15 } from '../../../../test/server15.ts'

// A server of one's own: what it must bring, and its backup with the tools of PostgreSQL.

const bin15 = find15()
const undo = new Undo()
const undoLast = new Undo()
afterEach(() => undo.all())
afterAll(() => undoLast.all())

describe.runIf(bin15)('A server of one’s own', () => {
  let server: Server15

  beforeAll(async () => {
    server = await start15(bin15!, ['-c', 'fsync=off'])
    undoLast.add(() => server.stop())
  })

  test('A database that cannot serve is refused in one line that says why.', async () => {
    const own = { connectionString: server.url }
    await query(own, 'create role small login')
    await query(own, 'create database small owner small')
    await query(own, "create database ascii template template0 encoding 'SQL_ASCII' locale 'C'")
    const lineOf = async (url: string, ...command: string[]) => {
      const ended = await fullcircle(command, { DATA_DIR: undo.folder(), DATABASE_URL: url, PORT: '0' })
      expect(ended.code).toBe(1)
      return ended.err.trim()
    }
    const at = (database: string) => server.url.replace(/postgres$/, database)
    const lines = await Promise.all([
      lineOf(at('nowhere'), 'start'),
      lineOf(at('small').replace('postgres@', 'small@'), 'start'),
      lineOf(at('ascii'), 'start'),
      lineOf('postgres://127.0.0.1:1/x', 'import', 'units', 'package.json'),
    ])
    expect(lines).toEqual([
      expect.stringMatching(/^The database of DATABASE_URL refuses: database "nowhere" does not exist\. .*$/),
      expect.stringMatching(/^The database of DATABASE_URL refuses: permission denied to create role\. .*$/),
      expect.stringMatching(/^DATABASE_URL leads to a database in SQL_ASCII\. .*$/),
      expect.stringMatching(/^The server of DATABASE_URL does not answer: .*$/),
    ])
  })

  // Started only now: its first start makes the role that a small user could not make.
  describe('with the product on it', () => {
    let running: Running
    let env: Record<string, string>
    let file: string

    beforeAll(async () => {
      env = { DATA_DIR: undoLast.folder(), DATABASE_URL: server.url, PATH: `${bin15}:${process.env['PATH']}` }
      running = await undoLast.start(env)
      file = join(undoLast.folder(), 'fullcircle.backup')
    })

    test('without the tools of PostgreSQL it says which one is missing and where it comes from.', async () => {
      const refused = await fullcircle(['backup', file], { ...env, PATH: '/nowhere' })
      expect(refused.code).toBe(1)
      expect(refused.err).toMatch(/^pg_dump is not on this machine\. Install the PostgreSQL client/)
      expect(existsSync(file)).toBe(false)
    })

    test('a backup is taken and restored while it runs.', async () => {
      const apiKey = await firstKey(running.url)
      const proof = await upload(running.url, apiKey, 'The tanker came at nine.')
      const own = { connectionString: server.url }
      await query(own, `${makeProbe}; insert into probe select g, 'x' from generate_series(1, 1000) g`)
      expect((await fullcircle(['backup', file], env)).err).toBe('')
      await query(own, 'truncate probe; delete from file; create table later (n int)')
      const restored = await fullcircle(['restore', file], env)
      expect(restored.code, restored.err).toBe(0)
      expect((await query(own, countProbe)).rows).toEqual([{ n: 1000, last: 1000 }])
      expect((await query(own, "select to_regclass('later') as later")).rows).toEqual([{ later: null }])
      expect((await setUp(running.url)).status).toBe(409)
      expect(await download(proof, apiKey)).toBe('The tanker came at nine.')
    })
  })
})
