import { pathTo } from '../../../kit/paths.ts'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { type Session, useSessionQuery } from '../../../accounts/web/session.ts'
import { DemoNotice } from '../../../demo/web/DemoNotice.tsx'
import { t } from '../../../kit/i18n.ts'
import { useShortcuts } from '../../../kit/web/keys.ts'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { isOpenPage } from '../nav/pages.ts'
import { Redirect } from '../../../kit/web/Redirect.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { SideNav } from './SideNav.tsx'
import { TabBar } from './TabBar.tsx'

// What opens with a key is fetched with the first press, not with the first page.
const CommandPalette = lazy(() => import('./CommandPalette.tsx').then(m => ({ default: m.CommandPalette })))
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx').then(m => ({ default: m.ShortcutsDialog })))

/** The console around a page, for who is signed in. */
export function Shell() {
  const query = useSessionQuery()
  const { pathname, href } = useLocation()
  const [last, setLast] = useState<Session>()
  const session = query.data
  if (session?.user && session !== last) setLast(session)
  if (isOpenPage(pathname) || session?.user) return <Frame session={session} pathname={pathname} />
  // A session that ends while somebody works takes nothing from the screen: they sign in beside it and go on.
  if (last && session) return <Frame session={last} pathname={pathname} ended />
  if (session) return <Redirect href={pathname === '/' ? pathTo('/sign-in') : pathTo('/sign-in', { to: href })} />
  return <Waiting error={query.error} retry={() => void query.refetch()} />
}

function Frame({ session, pathname, ended }: { session: Session | undefined; pathname: string; ended?: boolean }) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const close = () => setOpen(null)
  const find = () => setOpen('palette')
  useShortcuts([
    { key: 'mod+k', hint: t('Find or do anything'), run: find },
    { key: '/', hint: t('Find or do anything'), run: find },
    { key: '?', hint: t('Show the shortcuts'), run: () => setOpen('shortcuts') },
  ])
  useFocusOnChange(pathname)
  return (
    <div className="grid min-h-dvh grid-cols-[var(--nav-w)_minmax(0,1fr)] max-wide:grid-cols-[minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-(--z-palette) focus:bg-page focus:px-3 focus:py-2"
      >
        {t('Skip to the page')}
      </a>
      <SideNav session={session} pathname={pathname} onFind={find} />
      <main id="main" tabIndex={-1} className="min-w-0">
        <OfflineNotice />
        <DemoNotice />
        <Outlet />
      </main>
      <TabBar session={session} pathname={pathname} onFind={find} />
      <Suspense>
        {open === 'palette' && <CommandPalette open onClose={close} session={session} />}
        {open === 'shortcuts' && <ShortcutsDialog open onClose={close} />}
      </Suspense>
      <SessionEnded ended={Boolean(ended)} />
    </div>
  )
}

/** After a change of page the focus stands at its beginning, so that a screen reader says where one is. */
function useFocusOnChange(pathname: string): void {
  const [first] = useState(pathname)
  useEffect(() => {
    if (pathname !== first) document.querySelector<HTMLElement>('main h1')?.focus()
  }, [pathname, first])
}

const Waiting = ({ error, retry }: { error?: unknown; retry?: () => void }) => (
  <main className="mx-auto max-w-measure p-8">
    {error ? <ErrorState error={error} retry={retry} /> : <Skeleton rows={5} label={t('Opening Fullcircle')} />}
  </main>
)
