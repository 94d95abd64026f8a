import { setImmediate as otherWork } from 'node:timers/promises'
import { systemCaller } from '../../kit/caller.ts'
import type { Database, Tx } from '../../kit/server/db.ts'
import { announce } from '../../kit/server/live.ts'
import { activeOrgs, type Clock, defineJob } from '../../kit/server/queue.ts'
import { readComment } from '../reading.ts'
import { modelFor } from './model.ts'
import {
  dropWordless,
  nextResponses,
  type Progress,
  progress,
  readBefore,
  saveProgress,
  saveReadings,
  turnToReadAgain,
  type Unread,
  unreadBetween,
  unreadSince,
} from './readingStore.ts'

const AT_ONCE = 500
/** So many comments are read before requests get their turn. */
const BREATH = 20
const FIRST = '00000000-0000-0000-0000-000000000000'
/** Ids are made a moment before they are committed, and not in that order. */
const OVERLAP_MS = 10 * 60_000
/** What is not done within a strike of the clock goes on with the next one. */
const STRIKE_MS = 40_000

/** Reads what came in since the last minute, history that was imported, and what an earlier release or other rules read. */
export const readingClock: Clock = {
  name: 'comments.read',
  cron: '* * * * *',
  async run(database) {
    const until = Date.now() + STRIKE_MS
    for (const org of await database.inSystem(activeOrgs)) await readNew(database, org, until)
  },
}

/** Comments that older rules read, at once after something was taught. */
export const readAgain = defineJob<{ version: number }>({
  name: 'comments.read-again',
  queue: 'slow',
  async run({ database, org }) {
    while (await inOrg(database, org, readOlder)) await otherWork()
  },
})

const inOrg = <T>(database: Database, org: string, work: (tx: Tx) => Promise<T>) =>
  database.inOrg(org, systemCaller('comments.read'), work)

async function readNew(database: Database, org: string, until: number): Promise<void> {
  while (Date.now() < until && (await inOrg(database, org, readNext))) await otherWork()
  while (Date.now() < until && (await inOrg(database, org, readOlder))) await otherWork()
}

/** One portion of new responses; true when there may be more. */
export async function readNext(tx: Tx): Promise<boolean> {
  const done = await progress(tx)
  const late = done ? await readLate(tx, done) : 0
  const from = done?.upTo ?? FIRST
  const { last, n } = await nextResponses(tx, from, AT_ONCE)
  if (last) await read(tx, await unreadBetween(tx, from, last))
  await saveProgress(tx, { upTo: last ?? from, at: tx.now })
  return n === AT_ONCE || late === AT_ONCE
}

/** What was committed late, or begun long ago and completed since, lies below the mark. */
async function readLate(tx: Tx, { upTo, at }: Progress): Promise<number> {
  await read(tx, await unreadBetween(tx, before(upTo, OVERLAP_MS), upTo))
  const completed = await unreadSince(tx, new Date(at.getTime() - OVERLAP_MS), AT_ONCE)
  await read(tx, completed)
  return completed.length
}

/** One portion of what older rules read; true when there may be more. */
async function readOlder(tx: Tx): Promise<boolean> {
  if (!(await turnToReadAgain(tx))) return false
  const { version } = await modelFor(tx)
  const older = await readBefore(tx, version, AT_ONCE)
  await read(tx, older)
  if (older.length > 0) return true
  return (await dropWordless(tx, version, AT_ONCE)) > 0
}

async function read(tx: Tx, unread: readonly Unread[]): Promise<void> {
  if (unread.length === 0) return
  const model = await modelFor(tx)
  const done = []
  for (const [i, of] of unread.entries()) {
    if (i % BREATH === BREATH - 1) await otherWork()
    done.push({ of, reading: readComment(model, of.text, undefined, of.locale?.slice(0, 2)) })
  }
  await saveReadings(tx, model.version, done)
  announce(tx, 'comments', tx.org)
}

/** The smallest id that could have been made so long before this one: the first 48 bits are milliseconds. */
function before(id: string, ms: number): string {
  const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  const hex = Math.max(0, made - ms)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
