import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'
import { type Hours, office, WeeklyHours } from './WeeklyHours.tsx'

/** When somebody is there: promises count only these hours. */
export function HoursSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [hours, setHours] = useState<Hours>(org.settings.hours ?? office)
  return (
    <SettingsForm title={t('Business hours')} note={org.settings.zone} change={change} onSave={() => change.mutate({ hours })}>
      <WeeklyHours hours={hours} onChange={setHours} />
    </SettingsForm>
  )
}
