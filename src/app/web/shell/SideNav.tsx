import { Button, Link } from 'react-aria-components'
import type { Session } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { Icon } from '../../../kit/web/ui/Icon.tsx'
import { Kbd } from '../../../kit/web/ui/Kbd.tsx'
import { Logo } from '../../../kit/web/ui/LoopRing.tsx'
import { allowedNav } from '../nav/allowedNav.ts'
import { OwnCorner } from './OwnCorner.tsx'
import type { NavEntry } from '../../../kit/web/room.ts'
import { settings } from '../nav/nav.ts'

export interface NavProps {
  session: Session | undefined
  pathname: string
  onFind: () => void
}

/** The rail of places on a wide screen. */
export function SideNav({ session, pathname, onFind }: NavProps) {
  const entries = allowedNav(session)
  const setup = entries.filter(entry => entry.setup)
  return (
    <nav
      aria-label={t('Main')}
      className="sticky top-0 z-(--z-nav) flex h-dvh flex-col gap-0.5 border-e border-line bg-sunken p-3 max-wide:hidden"
    >
      <div className="mb-2 flex h-9 items-center gap-2 ps-2 font-strong">
        <span className="text-accent">
          <Logo />
        </span>
        <span className="min-w-0 flex-1 truncate">{session?.org?.name ?? 'Fullcircle'}</span>
      </div>
      <Button
        onPress={onFind}
        aria-keyshortcuts="Control+K Meta+K"
        className="mb-3 flex h-8 items-center gap-2.5 rounded-md border border-line-strong bg-page px-2 text-ink-3 hover:bg-hover pointer-coarse:h-11"
      >
        <Icon name="search" />
        {t('Find or do')}
        <Kbd className="ms-auto">{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>
      </Button>
      <div className="min-h-0 flex-1 overflow-y-auto [&>a]:mb-0.5">
        {entries
          .filter(entry => !entry.setup)
          .map(entry => (
            <NavLink key={entry.href} entry={entry} pathname={pathname} />
          ))}
        {setup.length > 0 && <div className="m-2 h-px bg-line" />}
        {setup.map(entry => (
          <NavLink key={entry.href} entry={entry} pathname={pathname} />
        ))}
      </div>
      <NavLink entry={settings} pathname={pathname} />
      <OwnCorner session={session} className="flex items-center gap-1" />
    </nav>
  )
}

export const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)

/** True on a place and on everything below it. */
export const isAt = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`)

function NavLink({ entry, pathname }: { entry: NavEntry; pathname: string }) {
  const here = isAt(pathname, entry.href)
  return (
    <Link
      href={entry.href}
      aria-current={here ? 'page' : undefined}
      className="group flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-selected aria-[current]:font-strong aria-[current]:text-ink data-focus-visible:-outline-offset-2 pointer-coarse:h-11"
    >
      <Icon name={entry.icon} className="group-aria-[current]:text-accent" />
      {t(entry.label)}
    </Link>
  )
}
