import { useQuery } from '@tanstack/react-query'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { settings } from '../client.ts'
import { HolidaysSection } from './HolidaysSection.tsx'
import { HoursSection } from './HoursSection.tsx'
import { KeepingSection } from './KeepingSection.tsx'
import { LooksSection } from './LooksSection.tsx'
import { NameSection } from './NameSection.tsx'
import { useMay } from '../session.ts'
import { SettingsPage } from '../SettingsPage.tsx'

/** What an organisation decides for itself. */
export function OrganisationPage() {
  useLive('org')
  const query = useQuery(settings.org.query())
  const may = useMay('org.manage')
  return (
    <SettingsPage title={t('Organisation')}>
      <Load query={query}>
        {org => (
          <div className="max-w-measure">
            {!may && (
              <div className="mb-6">
                <Notice icon="lock">{t('Administrators change this. You can read it.')}</Notice>
              </div>
            )}
            <fieldset disabled={!may} className="contents">
              <NameSection org={org} />
              <LooksSection org={org} may={may} />
              <HoursSection org={org} />
              <HolidaysSection org={org} />
              <KeepingSection org={org} />
            </fieldset>
          </div>
        )}
      </Load>
    </SettingsPage>
  )
}
