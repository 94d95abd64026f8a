import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../../kit/web/useNow.ts'
import { t } from '../../../kit/i18n.ts'
import { day } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { settings } from '../client.ts'
import type { Org } from './useChangeOrg.ts'

export interface Holiday {
  date: string
  name: string
}

export type Region = NonNullable<Org['settings']['holidayRegion']> | null

interface HolidayEditorProps {
  holidays: readonly Holiday[]
  onChange: (holidays: Holiday[]) => void
  region: Region
  onRegion: (region: Region) => void
}

/** A list of holidays: proposed for a country or state, then people’s own to edit. */
export function HolidayEditor({ holidays, onChange, region, onRegion }: HolidayEditorProps) {
  const add = (more: Holiday[]) =>
    onChange([...holidays.filter(h => !more.some(m => m.date === h.date)), ...more].sort((a, b) => (a.date < b.date ? -1 : 1)))
  return (
    <>
      <Proposals region={region} onRegion={onRegion} onTake={add} />
      {holidays.length === 0 ? (
        <p className="text-ink-2">{t('No holidays yet. Take over those of your country, or add your own.')}</p>
      ) : (
        <ul className="grid grid-cols-[max-content_minmax(0,1fr)_max-content] gap-x-4">
          {holidays.map(holiday => (
            <li key={holiday.date} className="col-span-3 grid grid-cols-subgrid items-center border-b border-line py-1">
              <span className="tabular-nums">{day(holiday.date)}</span>
              <span className="min-w-0 truncate text-ink-2">{holiday.name}</span>
              <Button
                size="small"
                variant="quiet"
                icon="close"
                label={t('Remove {name}', { name: holiday.name || day(holiday.date) })}
                onPress={() => onChange(holidays.filter(h => h !== holiday))}
              />
            </li>
          ))}
        </ul>
      )}
      <OwnHoliday onAdd={holiday => add([holiday])} />
    </>
  )
}

function Proposals({
  region,
  onRegion,
  onTake,
}: {
  region: Region
  onRegion: (region: Region) => void
  onTake: (holidays: Holiday[]) => void
}) {
  const year = new Date(useNow()).getFullYear()
  const countries = useQuery(settings.holidayRegions.query({ query: {} }))
  const states = useQuery({ ...settings.holidayRegions.query({ query: { country: region?.country } }), enabled: Boolean(region) })
  const take = async () => {
    const years = await Promise.all([year, year + 1].map(y => settings.holidayProposals({ query: { ...region!, year: y } })))
    onTake(years.flatMap(({ items }) => items))
  }
  const options = (items: { code: string; name: string }[] = []) => items.map(({ code, name }) => ({ id: code, label: name }))
  return (
    <div className="flex flex-wrap items-end gap-3">
      {countries.data && (
        <ComboBox
          label={t('Country')}
          options={options(countries.data.items)}
          value={region?.country ?? null}
          onChange={country => onRegion(country ? { country } : null)}
          className="w-56"
        />
      )}
      {region && (states.data?.items.length ?? 0) > 0 && (
        <ComboBox
          key={region.country}
          label={t('State')}
          optional
          options={options(states.data?.items)}
          value={region.state ?? null}
          onChange={state => onRegion({ country: region.country, ...(state && { state }) })}
          className="w-56"
        />
      )}
      <Button onPress={() => void take()} disabledReason={!region && t('Choose a country first.')}>
        {t('Take over {from} and {to}', { from: String(year), to: String(year + 1) })}
      </Button>
    </div>
  )
}

function OwnHoliday({ onAdd }: { onAdd: (holiday: Holiday) => void }) {
  const [date, setDate] = useState<string | null>(null)
  const [name, setName] = useState('')
  const add = () => {
    onAdd({ date: date!, name: name.trim() })
    setDate(null)
    setName('')
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      <DatePicker label={t('One more day')} value={date} onChange={setDate} className="w-44" />
      <TextField label={t('Its name')} value={name} onChange={setName} className="w-56" />
      <Button icon="add" onPress={add} disabledReason={!(date && name.trim()) && t('Choose a day and name it.')}>
        {t('Add')}
      </Button>
    </div>
  )
}
