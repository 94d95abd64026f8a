import { pathTo } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Places } from '../../kit/web/ui/page/Places.tsx'
import { useSession } from './session.ts'
import { settingsPlaces } from './settingsPlaces.ts'

/** The frame of every page in Settings: its places in a row, then the page. */
export function SettingsPage({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const session = useSession()
  const places = settingsPlaces
    .all()
    .toSorted((a, b) => a.order - b.order)
    .filter(place => session && place.open(session))
    .map(({ href, label }) => ({ href, label: label() }))
  return (
    <Page title={title} crumbs={[{ label: t('Settings'), href: pathTo('/settings') }]} actions={actions}>
      <Places label={t('Places of Settings')} places={places} />
      {children}
    </Page>
  )
}
