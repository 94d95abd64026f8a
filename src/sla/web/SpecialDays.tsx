import { useState } from 'react'
import { Openings } from '../../accounts/web/organisation/WeeklyHours.tsx'
import { t } from '../../kit/i18n.ts'
import { day } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { DatePicker } from '../../kit/web/ui/form/DatePicker.tsx'

export type SpecialHours = Record<string, [string, string][]>

/** Dates whose hours are other than their weekday’s: a short Christmas Eve. */
export function SpecialDays({ special, onChange }: { special: SpecialHours; onChange: (special: SpecialHours) => void }) {
  const [date, setDate] = useState<string | null>(null)
  const dates = Object.keys(special).sort()
  const remove = (gone: string) => onChange(Object.fromEntries(Object.entries(special).filter(([key]) => key !== gone)))
  return (
    <div className="grid gap-3">
      {dates.length === 0 && <p className="text-ink-2">{t('None. A short Christmas Eve, for instance, belongs here.')}</p>}
      <ul className="grid gap-2">
        {dates.map(key => (
          <li key={key} className="flex flex-wrap items-center gap-3 border-b border-line pb-2">
            <span className="w-36 tabular-nums">{day(key)}</span>
            <Openings name={day(key)} openings={special[key]!} onChange={openings => onChange({ ...special, [key]: openings })} />
            <Button
              size="small"
              variant="quiet"
              icon="trash"
              label={t('Remove {name}', { name: day(key) })}
              onPress={() => remove(key)}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-end gap-3">
        <DatePicker label={t('Day')} value={date} onChange={setDate} className="w-44" />
        <Button
          icon="add"
          disabledReason={!date && t('Choose a day first.')}
          onPress={() => {
            onChange({ ...special, [date!]: [['09:00', '12:00']] })
            setDate(null)
          }}
        >
          {t('Give it other hours')}
        </Button>
      </div>
    </div>
  )
}
