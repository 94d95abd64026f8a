import { pathTo } from '../../kit/paths.ts'
import type { ReactNode } from 'react'
import { t } from '../../kit/i18n.ts'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Places } from '../../kit/web/ui/page/Places.tsx'

/** The pages of the directory: people, units, customer accounts, teams, each at an address of its own. */
export const PeopleFrame = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <Page title={title} actions={actions}>
    <Places
      label={t('The directory')}
      places={[
        { href: pathTo('/people'), label: t('People') },
        { href: pathTo('/people/units'), label: t('Units') },
        { href: pathTo('/people/accounts'), label: t('Customer accounts') },
        { href: pathTo('/people/teams'), label: t('Teams') },
      ]}
    />
    {children}
  </Page>
)
