import { lazy, Suspense } from 'react'
import type { Session } from '../../../accounts/web/session.ts'

// Menus need much that a first page does not: it stands before they are there.
const UserMenu = lazy(() => import('./UserMenu.tsx').then(m => ({ default: m.UserMenu })))
const Notifications = lazy(() => import('./Notifications.tsx').then(m => ({ default: m.Notifications })))

/** What is one's own: the menu and the bell. */
export const OwnCorner = ({ session, className }: { session: Session | undefined; className: string }) => (
  <div className={className}>
    <Suspense fallback={<div className="min-h-8 pointer-coarse:min-h-11" />}>
      <UserMenu session={session} />
      {session?.user && <Notifications />}
    </Suspense>
  </div>
)
