import { pathTo } from '../../../kit/paths.ts'
import { msg } from '../../../kit/i18n.ts'
import type { NavEntry } from '../../../kit/web/room.ts'
import { rooms } from './rooms.ts'

/** The console's places, in their order. */
export const nav: readonly NavEntry[] = rooms.flatMap(room => room.nav ?? []).toSorted((a, b) => a.order - b.order)

export const settings: NavEntry = { href: pathTo('/settings'), label: msg('Settings'), icon: 'settings', order: 1_000 }
