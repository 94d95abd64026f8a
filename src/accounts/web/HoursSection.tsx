import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { type OrgSettings, type Weekday, weekdays } from '../orgSettings.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

type Hours = NonNullable<OrgSettings['hours']>

const office: Hours = Object.fromEntries(weekdays.slice(0, 5).map(day => [day, [['09:00', '17:00']]]))
// 1 January 2024 was a Monday.
const nameOf = (day: Weekday) =>
  new Intl.DateTimeFormat(t.intl, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)))

/** When somebody is there: promises count only these hours. */
export function HoursSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [hours, setHours] = useState<Hours>(org.settings.hours ?? office)
  const set = (day: Weekday, openings: Hours[Weekday]) => setHours({ ...hours, [day]: openings })
  return (
    <SettingsForm title={t('Business hours')} note={org.settings.zone} change={change} onSave={() => change.mutate({ hours })}>
      <ul className="grid gap-2">
        {weekdays.map(day => (
          <li key={day} className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-3 max-wide:grid-cols-1 max-wide:gap-1">
            <span className="pt-1.5">{nameOf(day)}</span>
            <Day day={day} openings={hours[day] ?? []} onChange={openings => set(day, openings)} />
          </li>
        ))}
      </ul>
    </SettingsForm>
  )
}

type Openings = NonNullable<Hours[Weekday]>

function Day({ day, openings, onChange }: { day: Weekday; openings: Openings; onChange: (openings: Openings) => void }) {
  const set = (i: number, opening: Openings[number]) => onChange(openings.map((old, j) => (i === j ? opening : old)))
  const name = nameOf(day)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {openings.length === 0 && <span className="py-1.5 text-ink-3">{t('closed')}</span>}
      {openings.map(([from, to], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: openings have no other name
        <span key={i} className="flex items-center gap-1.5">
          <Clock label={t('{day} from', { day: name })} value={from} onChange={value => set(i, [value, to])} />
          –
          <Clock label={t('{day} until', { day: name })} value={to} onChange={value => set(i, [from, value])} />
          <Button
            size="small"
            variant="quiet"
            icon="close"
            label={t('Remove these hours of {day}', { day: name })}
            onPress={() => onChange(openings.filter((_, j) => i !== j))}
          />
        </span>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon="add"
        label={t('More hours on {day}', { day: name })}
        onPress={() => onChange([...openings, openings.length ? ['13:00', '17:00'] : ['09:00', '17:00']])}
      />
    </div>
  )
}

const Clock = (props: { label: string; value: string; onChange: (time: string) => void }) => (
  <TextField {...props} labelHidden className="w-20" placeholder="09:00" />
)
