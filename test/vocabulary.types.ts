// A word that no room has does not compile: `tsc` fails here when one of these does.
import { record } from '../src/activity/server/record.ts'
import { type Caller, may } from '../src/kit/caller.ts'
import type { Route } from '../src/kit/contract.ts'
import type { Tx } from '../src/kit/server/db.ts'
import { announce } from '../src/kit/server/live.ts'
import { watch } from '../src/kit/web/live.ts'
import type { NavEntry, WebRoom } from '../src/kit/web/room.ts'
import { pathTo } from '../src/kit/paths.ts'

export const right = (tx: Tx, caller: Caller) => [
  may(caller, 'alerts.read'),
  announce(tx, 'alerts'),
  watch('presence:alerts:1', () => {}),
  record(tx, 'alert.opened', { type: 'alert', id: '1' }),
]

export const wrong = (tx: Tx, caller: Caller) => [
  // @ts-expect-error: no such permission
  may(caller, 'alerts.raed'),
  // @ts-expect-error: no such topic
  announce(tx, 'alert'),
  // @ts-expect-error: no such topic
  watch('alert', () => {}),
  // @ts-expect-error: no such verb
  record(tx, 'alert.oppened', { type: 'alert', id: '1' }),
]

// @ts-expect-error: neither a permission nor one of the three words
export const access: Route['access'] = 'everybody'
// @ts-expect-error: a route says its scope
export const route: Omit<Route, 'reply'> = { method: 'GET', path: '/alerts', access: 'alerts.read', summary: 'Alerts' }
export const links: NavEntry['href'][] = [
  pathTo('/alerts', { tab: 'all' }),
  // @ts-expect-error: no such page
  pathTo('/alert'),
  // @ts-expect-error: which of them?
  pathTo('/alerts/$id', { tab: 'all' }),
  // @ts-expect-error: written by hand
  '/alerts',
]
// @ts-expect-error: no such page
export const pages: WebRoom['pages'] = { '/alert': async () => () => null }
