import type { Session } from '../../../accounts/web/session.ts'
import type { NavEntry } from '../../../kit/web/room.ts'
import { nav } from './nav.ts'

/** The places that are open to who is signed in. */
export const allowedNav = (session: Session | undefined): NavEntry[] =>
  nav.filter(({ needs }) => !needs || session?.org?.permissions.includes(needs))
