import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishSwap, incoming, replaced, settleHalfRestore, staging, swap, undoSwap } from './swap.ts'

let dir = ''
const log = { warn: () => {} } as never
const parts = ['postgres', 'files', 'secret']

const write = (base: string, name: string, text: string) => {
  mkdirSync(join(base, name, '..'), { recursive: true })
  writeFileSync(join(base, name), text)
}
const read = (name: string) => (existsSync(join(dir, name)) ? readFileSync(join(dir, name), 'utf8') : undefined)
const seen = () => [read('postgres/data/rows'), read('files/logo'), read('secret')]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fullcircle-swap-'))
  write(dir, 'postgres/data/rows', 'old rows')
  write(dir, 'secret', 'old secret')
  write(incoming(dir), 'postgres/data/rows', 'new rows')
  write(incoming(dir), 'files/logo', 'new logo')
  write(incoming(dir), 'secret', 'new secret')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('What a restore brings takes the place of what was there, which is kept aside.', () => {
  swap(dir, parts)
  expect(finishSwap(dir)).toBe(replaced(dir))
  expect(seen()).toEqual(['new rows', 'new logo', 'new secret'])
  expect(read('before-restore/postgres/data/rows')).toBe('old rows')
  expect(existsSync(staging(dir))).toBe(false)
})

test('A restore that does not come up is undone without a trace.', () => {
  swap(dir, parts)
  undoSwap(dir)
  expect(seen()).toEqual(['old rows', undefined, 'old secret'])
  expect(existsSync(staging(dir))).toBe(false)
})

test('What was there and is not in the backup goes aside as well.', () => {
  write(dir, 'files/logo', 'old logo')
  rmSync(join(incoming(dir), 'files'), { recursive: true })
  swap(dir, parts)
  expect(seen()).toEqual(['new rows', undefined, 'new secret'])
  undoSwap(dir)
  expect(seen()).toEqual(['old rows', 'old logo', 'old secret'])
})

test.each([0, 1, 2, 3, 4])('A power cut after %i moves of the exchange leaves the old data at the next start.', moves => {
  let left = moves
  const cut = new Error('power cut')
  const rename = (from: string, to: string) => {
    if (left-- === 0) throw cut
    renameSync(from, to)
  }
  expect(() => swap(dir, parts, rename)).toThrow(cut)
  settleHalfRestore(dir, log)
  expect(seen()).toEqual(['old rows', undefined, 'old secret'])
})

test('A power cut while unpacking leaves nothing behind at the next start.', () => {
  settleHalfRestore(dir, log)
  expect(seen()).toEqual(['old rows', undefined, 'old secret'])
  expect(existsSync(staging(dir))).toBe(false)
})

test('A power cut after the restore was found good keeps the new data.', () => {
  swap(dir, parts)
  renameSync(join(staging(dir), 'journal.json'), join(staging(dir), 'done.json'))
  settleHalfRestore(dir, log)
  expect(seen()).toEqual(['new rows', 'new logo', 'new secret'])
  expect(read('before-restore/secret')).toBe('old secret')
})
