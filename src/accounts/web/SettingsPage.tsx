import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from '@tanstack/react-router'
import { t } from '../../kit/i18n.ts'
import { Page } from '../../kit/web/ui/Page.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { useSession } from './session.ts'

export interface SettingsPlace {
  href: string
  label: () => string
  /** Shown to those who may do something there. */
  open: (session: NonNullable<ReturnType<typeof useSession>>) => boolean
}

const manages = (permission: 'org.manage' | 'members.manage') => (session: NonNullable<ReturnType<typeof useSession>>) =>
  session.org?.permissions.includes(permission) ?? false

/** The places of Settings. Rooms below add theirs in app/web/settings.ts. */
export const settingsPlaces: SettingsPlace[] = [
  { href: '/settings', label: () => t('Organisation'), open: () => true },
  { href: '/settings/members', label: () => t('Members'), open: manages('members.manage') },
  { href: '/settings/keys', label: () => t('API keys'), open: manages('org.manage') },
  { href: '/settings/operator', label: () => t('Installation'), open: session => session.user?.operator ?? false },
]

/** The frame of every page in Settings: its places in a row, then the page. */
export function SettingsPage({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const { pathname } = useLocation()
  const session = useSession()
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the place one is at may lie beyond the edge.
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname, session])
  const places = settingsPlaces.filter(place => session && place.open(session))
  return (
    <Page title={title} crumbs={[{ label: t('Settings'), href: '/settings' }]} actions={actions}>
      <nav
        ref={row}
        aria-label={t('Places of Settings')}
        className="mb-6 flex gap-5 overflow-x-auto border-b border-line scrollbar-none"
      >
        {places.map(place => (
          <TextLink
            key={place.href}
            look="bare"
            href={place.href}
            aria-current={pathname === place.href ? 'page' : undefined}
            className={
              pathname === place.href
                ? '-mb-px border-b-2 border-accent pt-2 pb-2.5 font-strong whitespace-nowrap !text-ink'
                : '-mb-px border-b-2 border-transparent pt-2 pb-2.5 whitespace-nowrap !text-ink-2'
            }
          >
            {place.label()}
          </TextLink>
        ))}
      </nav>
      {children}
    </Page>
  )
}
