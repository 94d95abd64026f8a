import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Session, useSessionQuery } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useShortcuts } from '../../kit/web/keys.ts'
import { ErrorState } from '../../kit/web/ui/ErrorState.tsx'
import { Skeleton } from '../../kit/web/ui/Skeleton.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import { isOpenPage } from './pages.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { SideNav } from './SideNav.tsx'
import { TabBar } from './TabBar.tsx'

/** The console around a page, for who is signed in. */
export function Shell() {
  const session = useSessionQuery()
  const { pathname, href } = useLocation()
  if (!isOpenPage(pathname)) {
    if (session.isPending) return <Waiting />
    if (!session.data) return <Waiting error={session.error} retry={() => void session.refetch()} />
    if (!session.data.user)
      return <Navigate to={'/sign-in' as string} search={(pathname === '/' ? {} : { to: href }) as never} replace />
  }
  return <Frame session={session.data} pathname={pathname} />
}

function Frame({ session, pathname }: { session: Session | undefined; pathname: string }) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const close = () => setOpen(null)
  useShortcuts([
    { key: 'mod+k', hint: t('Find or do anything'), run: () => setOpen('palette') },
    { key: '/', hint: t('Find or do anything'), run: () => setOpen('palette') },
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
      <SideNav session={session} pathname={pathname} onFind={() => setOpen('palette')} />
      <main id="main" tabIndex={-1} className="min-w-0">
        <OfflineNotice />
        <Outlet />
      </main>
      <TabBar session={session} pathname={pathname} onFind={() => setOpen('palette')} />
      <CommandPalette open={open === 'palette'} onClose={close} session={session} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} />
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
