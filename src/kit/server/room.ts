import type { Fill } from '../port.ts'
import type { Routes } from './http/implement.ts'
import type { PollingLoop } from './pollingLoop.ts'
import type { Clock, Job } from './queue.ts'

/** What a room brings to the server. `app/server/rooms.ts` lists the rooms and nothing of what is in them. */
export interface ServerRoom {
  name: string
  /** Calls of the API. What each needs stands in its contract. */
  routes?: readonly Routes[]
  /** Pages for people without a login, at their own paths (`/f/…`). */
  pages?: readonly Routes[]
  /** Kinds of work that are enqueued. */
  jobs?: readonly Job<never>[]
  /** What strikes at times of day, once for all nodes. */
  clocks?: readonly Clock[]
  /** What looks for due work again and again, on every node. */
  loops?: readonly PollingLoop[]
  /** Ports of upper rooms. */
  fills?: readonly Fill[]
}
