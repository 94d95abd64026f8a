import { lazy, Suspense, useState } from 'react'
import { Button, Link } from 'react-aria-components'
import { t } from '../../../kit/i18n.ts'
import { Icon } from '../../../kit/web/ui/Icon.tsx'
import { allowedNav } from '../nav/allowedNav.ts'
import { Unread } from './Unread.tsx'
import { settings } from '../nav/nav.ts'
import { isAt, type NavProps } from './SideNav.tsx'

// Fetched with the first press.
const MoreSheet = lazy(() => import('./MoreSheet.tsx').then(m => ({ default: m.MoreSheet })))

const tab =
  'flex flex-col items-center gap-0.5 pt-2 pb-1.5 text-[.6875rem] leading-3.5 text-ink-2 aria-[current]:font-strong aria-[current]:text-accent data-focus-visible:-outline-offset-2'

/** On a phone the rail is a bar under the thumb: four places and the rest. */
export function TabBar({ session, pathname, onFind }: NavProps) {
  const [open, setOpen] = useState(false)
  const [opened, setOpened] = useState(false)
  const entries = allowedNav(session)
  const rest = [...entries.slice(4), settings]
  return (
    <nav
      aria-label={t('Main')}
      className="fixed inset-x-0 bottom-0 z-(--z-nav) grid auto-cols-fr grid-flow-col border-t border-line bg-page pb-[env(safe-area-inset-bottom)] wide:hidden"
    >
      {entries.slice(0, 4).map(entry => (
        <Link key={entry.href} href={entry.href} aria-current={isAt(pathname, entry.href) ? 'page' : undefined} className={tab}>
          <Icon name={entry.icon} size={20} />
          {t(entry.label)}
        </Link>
      ))}
      <Button onPress={() => (setOpened(true), setOpen(true))} className={tab}>
        <span className="relative">
          <Icon name="more" size={20} />
          {session?.user && <Unread className="-end-3.5 -top-1" />}
        </span>
        {t('More')}
      </Button>
      <Suspense>
        {opened && <MoreSheet session={session} rest={rest} open={open} onClose={() => setOpen(false)} onFind={onFind} />}
      </Suspense>
    </nav>
  )
}
