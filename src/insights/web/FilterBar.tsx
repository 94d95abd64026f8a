import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { days } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { DateRange } from '../../kit/web/ui/form/DateRange.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { Popover } from '../../kit/web/ui/overlay/Popover.tsx'
import { SegmentChips } from '../../responses/web/SegmentChips.tsx'
import { UnitChip } from '../../responses/web/UnitChip.tsx'
import type { SegmentTable, Summary } from '../contract.ts'
import { answersHref } from '../drillDownHrefs.ts'
import { type Filters, times, timeWords } from './filters.ts'

interface FilterBarProps {
  filters: Filters
  setFilters: (change: Partial<Omit<Filters, 'segments'>>) => void
  setSegment: (key: string, value: string) => void
  setSurvey: (survey: string) => void
  surveys: readonly { id: string; name: string }[]
  segments: readonly SegmentTable[]
  summary: Summary | undefined
}

/** What is looked at: survey, time, unit, segment. All of it is in the address. */
export function FilterBar({ filters, setFilters, setSegment, setSurvey, surveys, segments, summary }: FilterBarProps) {
  const name = surveys.find(({ id }) => id === filters.survey)?.name
  const known = Object.fromEntries(segments.map(({ key, values }) => [key, values.map(({ value }) => value)]))
  const isNarrowed = Object.keys(filters.segments).length > 0
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2">
      <Menu
        label={t('Survey')}
        placement="bottom start"
        entries={surveys.map(({ id, name }) => ({
          id,
          label: name,
          checked: id === filters.survey,
          onAction: () => setSurvey(id),
        }))}
      >
        <Chip label={t('Survey')} value={name} />
      </Menu>
      <Time filters={filters} setFilters={setFilters} />
      {summary?.compared && <Compared compared={summary.compared} filters={filters} setFilters={setFilters} />}
      {!summary?.unit && <UnitChip value="" onChange={unit => setFilters({ unit })} />}
      {summary?.unit && (
        <>
          {summary.above.map(unit => (
            <Chip key={unit.id} label={`${unit.name} ›`} onPress={() => setFilters({ unit: unit.id })} />
          ))}
          <Chip
            label={t('Unit')}
            value={summary.unit.name}
            onRemove={() => setFilters({ unit: summary.above.at(-1)?.id ?? '' })}
          />
        </>
      )}
      <SegmentChips known={isNarrowed ? {} : known} chosen={filters.segments} onChange={setSegment} />
      <span className="ms-auto text-small text-ink-3">
        {summary && (
          <TextLink look="open" href={answersHref(summary)}>
            {t('{n, plural, one {# answer} other {# answers}}', { n: summary.responses })}
          </TextLink>
        )}
      </span>
    </div>
  )
}

type TimeProps = Pick<FilterBarProps, 'filters' | 'setFilters'>

const Compared = ({ compared, filters, setFilters }: TimeProps & { compared: NonNullable<Summary['compared']> }) => (
  <Menu
    label={t('Compared with')}
    placement="bottom start"
    entries={[
      {
        id: 'before',
        label: t('As many days right before'),
        checked: !filters.against,
        onAction: () => setFilters({ against: '' }),
      },
      {
        id: 'year',
        label: t('The same days a year earlier'),
        checked: filters.against === 'year',
        onAction: () => setFilters({ against: 'year' }),
      },
    ]}
  >
    <Chip label={t('compared with')} value={days(compared.from, compared.to)} />
  </Menu>
)

function Time({ filters, setFilters }: TimeProps) {
  const given = filters.from && filters.to ? { from: filters.from, to: filters.to } : null
  const [range, setRange] = useState(given)
  return (
    <Popover label={t('Time')} trigger={<Chip icon="calendar" value={timeWords(filters)} />} className="w-80">
      {close => (
        <div className="grid gap-3">
          <ul>
            {times().map(({ id, label }) => (
              <li key={id}>
                <Button
                  variant="quiet"
                  aria-pressed={filters.time === id}
                  className="w-full justify-start"
                  onPress={() => {
                    setFilters({ time: id, from: '', to: '' })
                    close()
                  }}
                >
                  {label}
                </Button>
              </li>
            ))}
          </ul>
          <DateRange label={t('From and to')} value={range} onChange={setRange} />
          <Button
            disabledReason={range === null && t('Choose both days.')}
            onPress={() => {
              setFilters({ time: 'days', ...range! })
              close()
            }}
          >
            {t('Look at these days')}
          </Button>
        </div>
      )}
    </Popover>
  )
}
