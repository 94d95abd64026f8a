import type { Session } from '../../../accounts/web/session.ts'
import type { NavEntry } from '../../../kit/web/room.ts'
import { nav } from './nav.ts'
import { knowsPage } from './pages.ts'

/** The places that exist and are open to who is signed in. */
export const allowedNav = (session: Session | undefined): NavEntry[] =>
  nav.filter(
    entry =>
      knowsPage(entry.href) &&
      (!entry.needs || (session?.org?.permissions as readonly string[] | undefined)?.includes(entry.needs)),
  )
