import type { ReadingReply } from '../contract.ts'
import { comments } from './client.ts'

interface Waiting {
  text: string
  done(reading: ReadingReply): void
  fail(error: unknown): void
}

const AT_ONCE = 100
let waiting: Waiting[] = []

/** Reads the comments of all rows that come into view at the same time with one call. */
export function assessBatched(text: string): Promise<ReadingReply> {
  return new Promise((done, fail) => {
    if (waiting.length === 0) setTimeout(flush, 15)
    waiting.push({ text, done, fail })
  })
}

function flush(): void {
  const all = waiting
  waiting = []
  for (let from = 0; from < all.length; from += AT_ONCE) void ask(all.slice(from, from + AT_ONCE))
}

async function ask(some: readonly Waiting[]): Promise<void> {
  try {
    const { items } = await comments.assessMany({ body: { texts: some.map(one => one.text) } })
    for (const [i, one] of some.entries()) one.done(items[i]!)
  } catch (error) {
    for (const one of some) one.fail(error)
  }
}
