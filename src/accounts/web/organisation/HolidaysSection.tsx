import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { HolidayEditor } from './HolidayEditor.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

/** Days on which nobody is there. */
export function HolidaysSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [holidays, setHolidays] = useState(org.settings.holidays ?? [])
  const [region, setRegion] = useState(org.settings.holidayRegion ?? null)
  return (
    <SettingsForm title={t('Holidays')} change={change} onSave={() => change.mutate({ holidays, holidayRegion: region })}>
      <HolidayEditor holidays={holidays} onChange={setHolidays} region={region} onRegion={setRegion} />
    </SettingsForm>
  )
}
