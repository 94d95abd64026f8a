import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { type OrgSettings, type Weekday, weekdays } from '../../orgSettings.ts'

export type Hours = NonNullable<OrgSettings['hours']>

/** What most begin with: Monday to Friday, nine to five. */
export const office: Hours = Object.fromEntries(weekdays.slice(0, 5).map(day => [day, [['09:00', '17:00']]]))

// 1 January 2024 was a Monday.
const nameOf = (day: Weekday) =>
  new Intl.DateTimeFormat(t.intl, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(day)))

/** The openings of each weekday, to edit. */
export function WeeklyHours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  return (
    <ul className="grid gap-2">
      {weekdays.map(day => (
        <li key={day} className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-3 max-wide:grid-cols-1 max-wide:gap-1">
          <span className="pt-1.5">{nameOf(day)}</span>
          <Openings
            name={nameOf(day)}
            openings={hours[day] ?? []}
            onChange={openings => onChange({ ...hours, [day]: openings })}
          />
        </li>
      ))}
    </ul>
  )
}

type DayOpenings = NonNullable<Hours[Weekday]>

interface OpeningsProps {
  name: string
  openings: DayOpenings
  onChange: (openings: DayOpenings) => void
}

/** The openings of one day. */
export function Openings({ name, openings, onChange }: OpeningsProps) {
  const set = (i: number, opening: DayOpenings[number]) => onChange(openings.map((old, j) => (i === j ? opening : old)))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {openings.length === 0 && <span className="py-1.5 text-ink-3">{t('closed')}</span>}
      {openings.map(([from, to], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: openings have no other name
        <span key={i} className="flex items-center gap-1.5">
          <TextField
            labelHidden
            label={t('{day} from', { day: name })}
            value={from}
            onChange={value => set(i, [value, to])}
            className="w-20"
            placeholder="09:00"
          />
          –
          <TextField
            labelHidden
            label={t('{day} until', { day: name })}
            value={to}
            onChange={value => set(i, [from, value])}
            className="w-20"
            placeholder="17:00"
          />
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
