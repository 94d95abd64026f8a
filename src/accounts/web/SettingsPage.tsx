import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Places } from '../../kit/web/ui/page/Places.tsx'
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
  const session = useSession()
  const places = settingsPlaces
    .filter(place => session && place.open(session))
    .map(({ href, label }) => ({ href, label: label() }))
  return (
    <Page title={title} crumbs={[{ label: t('Settings'), href: '/settings' }]} actions={actions}>
      <Places label={t('Places of Settings')} places={places} />
      {children}
    </Page>
  )
}
