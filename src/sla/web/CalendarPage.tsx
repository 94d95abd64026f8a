import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Holiday, HolidayEditor, type Region } from '../../accounts/web/organisation/HolidayEditor.tsx'
import { useMay } from '../../accounts/web/session.ts'
import { type Hours, office, WeeklyHours } from '../../accounts/web/organisation/WeeklyHours.tsx'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CheckboxGroup } from '../../kit/web/ui/form/CheckboxGroup.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../kit/web/toasts.ts'
import type { CalendarInput, CalendarItem } from '../contract.ts'
import { sla } from './client.ts'
import { SpecialDays, type SpecialHours } from './SpecialDays.tsx'

/** One working calendar, to edit; `new` begins one. */
export function CalendarPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(sla.listCalendars.query())
  return (
    <Load query={query}>
      {({ items }) => <CalendarForm key={id ?? 'new'} calendar={items.find(item => item.id === id)} all={items} />}
    </Load>
  )
}

const zones = () => Intl.supportedValuesOf('timeZone').map(zone => ({ id: zone, label: zone.replaceAll('_', ' ') }))

function CalendarForm({ calendar, all }: { calendar: CalendarItem | undefined; all: readonly CalendarItem[] }) {
  const may = useMay('rules.write')
  const [name, setName] = useState(calendar?.name ?? '')
  const [kind, setKind] = useState<'place' | 'union'>(calendar?.union ? 'union' : 'place')
  const [tz, setTz] = useState<string | null>(calendar?.tz ?? new Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [hours, setHours] = useState<Hours>(calendar?.hours ?? office)
  const [holidays, setHolidays] = useState<Holiday[]>(calendar?.holidays ?? [])
  const [region, setRegion] = useState<Region>(null)
  const [special, setSpecial] = useState<SpecialHours>((calendar?.special as SpecialHours | undefined) ?? {})
  const [union, setUnion] = useState<string[]>(calendar?.union ?? [])
  const save = useSave(calendar)
  const errors = fieldErrors(save.error)
  // A holiday without a name is still a holiday.
  const days = holidays.map(({ date, name: called }) => (called ? { date, name: called } : date))
  const body: CalendarInput =
    kind === 'union' ? { name, union, holidays: days } : { name, tz: tz ?? 'UTC', hours, holidays: days, special }
  const others = all.filter(other => other.id !== calendar?.id && !other.archived)
  return (
    <Page
      title={calendar?.name ?? t('New calendar')}
      crumbs={[{ label: t('Working calendars'), href: pathTo('/settings/calendars') }]}
      actions={
        <Button
          variant="main"
          busy={save.isPending}
          onPress={() => save.mutate(body)}
          disabledReason={whyNot(may, name, kind, union)}
        >
          {t('Save')}
        </Button>
      }
    >
      {save.error && (
        <Notice tone="late" live title={explain(save.error).title}>
          {Object.entries(errors)
            .map(([path, message]) => `${path}: ${message}`)
            .join('; ') || explain(save.error).detail}
        </Notice>
      )}
      {calendar && calendar.policies.length > 0 && (
        <p className="mb-4 text-small text-ink-2">
          {t('What you change holds from now on: clocks that run keep the time they have used.')}
        </p>
      )}
      <Section title={t('Name and place')}>
        <div className="flex flex-wrap items-end gap-4">
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} className="w-72 max-w-full" />
          <Segmented
            label={t('Kind of calendar')}
            options={[
              { id: 'place', label: t('One place') },
              { id: 'union', label: t('Follow the sun') },
            ]}
            value={kind}
            onChange={setKind}
          />
          {kind === 'place' && (
            <ComboBox
              label={t('Time zone')}
              options={zones()}
              value={tz}
              onChange={setTz}
              error={errors['tz']}
              className="w-64"
            />
          )}
        </div>
      </Section>
      {kind === 'union' ? (
        <Section title={t('Open when any of these is')} note={t('Hours that overlap count once')}>
          {others.length === 0 ? (
            <p className="text-ink-2">{t('There is no other calendar yet. Add the places first, then come back.')}</p>
          ) : (
            <CheckboxGroup
              label={t('Calendars')}
              labelHidden
              options={others.map(other => ({ id: other.id, label: other.name, detail: other.tz ?? undefined }))}
              value={union}
              onChange={setUnion}
            />
          )}
        </Section>
      ) : (
        <Section title={t('Weekly hours')} note={t('22:00–06:00 reaches into the next day; 24:00 is midnight')}>
          <WeeklyHours hours={hours} onChange={setHours} />
        </Section>
      )}
      <Section title={t('Holidays')} note={t('Closed all day, by the date of the place')}>
        <div className="grid gap-4">
          <HolidayEditor holidays={holidays} onChange={setHolidays} region={region} onRegion={setRegion} />
        </div>
      </Section>
      {kind === 'place' && (
        <Section title={t('Days with other hours')}>
          <SpecialDays special={special} onChange={setSpecial} />
        </Section>
      )}
      {calendar && may && <Archive calendar={calendar} />}
    </Page>
  )
}

function whyNot(may: boolean, name: string, kind: 'place' | 'union', union: readonly string[]): string | false {
  if (!may) return t('Only those who may write rules change calendars.')
  if (name.trim() === '') return t('Give it a name first.')
  return kind === 'union' && union.length === 0 && t('Choose the calendars it follows first.')
}

function useSave(calendar: CalendarItem | undefined) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: CalendarInput): Promise<unknown> =>
      calendar ? sla.changeCalendar({ params: { id: calendar.id }, body }) : sla.createCalendar({ body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['calendars'] })
      toast(t('Saved. It holds from now on.'))
      await navigate({ href: pathTo('/settings/calendars') })
    },
    onError: () => {},
  })
}

function Archive({ calendar }: { calendar: CalendarItem }) {
  const save = useSave(calendar)
  const used = calendar.policies.length > 0 && t('Policies count time under it. Choose another calendar there first.')
  return (
    <Section title={t('No longer needed')}>
      <Button
        variant="danger"
        busy={save.isPending}
        disabledReason={used}
        onPress={() => save.mutate({ archived: true } as never)}
      >
        {t('Archive this calendar')}
      </Button>
    </Section>
  )
}
