import { useState } from 'react'
import { Button, Link } from 'react-aria-components'
import { t } from '../../../kit/i18n.ts'
import { Icon, type IconName } from '../../../kit/web/ui/Icon.tsx'
import { itemClass } from '../../../kit/web/ui/Option.tsx'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import { allowedNav } from '../nav/allowedNav.ts'
import { Notifications, Unread } from './Notifications.tsx'
import { settings } from '../nav/nav.ts'
import { knowsPage } from '../nav/pages.ts'
import { isAt, type NavProps } from './SideNav.tsx'
import { UserMenu } from './UserMenu.tsx'

const tab =
  'flex flex-col items-center gap-0.5 pt-2 pb-1.5 text-[.6875rem] leading-3.5 text-ink-2 aria-[current]:font-strong aria-[current]:text-accent data-focus-visible:-outline-offset-2'

/** On a phone the rail is a bar under the thumb: four places and the rest. */
export function TabBar({ session, pathname, onFind }: NavProps) {
  const [open, setOpen] = useState(false)
  const entries = allowedNav(session)
  const rest = [...entries.slice(4), ...(knowsPage(settings.href) ? [settings] : [])]
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
      <Button onPress={() => setOpen(true)} className={tab}>
        <span className="relative">
          <Icon name="more" size={20} />
          {session?.user && <Unread className="-end-3.5 -top-1" />}
        </span>
        {t('More')}
      </Button>
      <Sheet side="bottom" title={session?.org?.name ?? 'Fullcircle'} open={open} onClose={() => setOpen(false)}>
        <Row icon="search" label={t('Find or do')} onPress={() => (setOpen(false), onFind())} />
        {rest.map(entry => (
          <Row key={entry.href} icon={entry.icon} label={t(entry.label)} href={entry.href} onPress={() => setOpen(false)} />
        ))}
        <div className="mt-2 flex items-center border-t border-line pt-2">
          <UserMenu session={session} />
          {session?.user && <Notifications />}
        </div>
      </Sheet>
    </nav>
  )
}

const Row = ({ icon, label, href, onPress }: { icon: IconName; label: string; href?: string; onPress: () => void }) => (
  <Link href={href} onPress={onPress} className={itemClass}>
    <Icon name={icon} className="text-ink-3" />
    {label}
  </Link>
)
