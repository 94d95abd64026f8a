import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { day, days } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { DateRange } from '../../kit/web/ui/form/DateRange.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'
import type { ResponseFilterSearch } from '../responseFilterSearch.ts'

type TimeChoice = Pick<ResponseFilterSearch, 'time' | 'from' | 'to'>

const times = () => [
  { id: '', label: t('All answers') },
  { id: '30', label: t('Last 30 days') },
  { id: '90', label: t('Last 90 days') },
  { id: '365', label: t('Last 12 months') },
]

export function timeWords({ time, from, to }: TimeChoice): string {
  const length = times().find(({ id }) => id !== '' && id === time)
  if (length) return length.label
  if (from && to) return days(from, to)
  if (from) return t('since {day}', { day: day(from) })
  return to ? t('until {day}', { day: day(to) }) : t('All answers')
}

/** When it was answered. */
export function TimeChip({ time, onChange }: { time: TimeChoice; onChange: (time: TimeChoice) => void }) {
  const [range, setRange] = useState(time.from && time.to ? { from: time.from, to: time.to } : null)
  const isChosen = (id: string) => (id === '' ? !time.time && !time.from && !time.to : time.time === id)
  return (
    <Popover label={t('Time')} trigger={<Chip icon="calendar" value={timeWords(time)} />} className="w-80 max-w-full">
      {close => {
        const choose = (next: TimeChoice) => {
          onChange(next)
          close()
        }
        return (
          <div className="grid gap-3">
            <ul>
              {times().map(({ id, label }) => (
                <li key={id}>
                  <Button
                    variant="quiet"
                    aria-pressed={isChosen(id)}
                    className="w-full justify-start"
                    onPress={() => choose({ time: id, from: '', to: '' })}
                  >
                    {label}
                  </Button>
                </li>
              ))}
            </ul>
            <DateRange label={t('From and to')} value={range} onChange={setRange} />
            <Button
              disabledReason={range === null && t('Choose both days.')}
              onPress={() => choose({ time: '', from: range!.from, to: range!.to })}
            >
              {t('Look at these days')}
            </Button>
          </div>
        )
      }}
    </Popover>
  )
}
