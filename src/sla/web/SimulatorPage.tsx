import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { DatePicker } from '../../kit/web/ui/form/DatePicker.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import type { CalendarItem, PolicyItem } from '../contract.ts'
import { instantOfLocalTime } from '../zone.ts'
import { compileCalendarItem, zoneOf } from './calendarOf.ts'
import { sla } from './client.ts'
import { SimulatedPromises } from './SimulatedPromises.tsx'
import { simulatorPanels } from './simulatorPanels.ts'

/** What would be due when, and why, for whoever comes at a chosen time; two policies or calendars side by side. */
export function SimulatorPage() {
  const policies = useQuery(sla.listPolicies.query())
  const calendars = useQuery(sla.listCalendars.query())
  return (
    <Page title={t('Simulator')} crumbs={[{ label: t('Promises'), href: pathTo('/settings/promises') }]}>
      <Load query={policies}>
        {({ items }) => (
          <Load query={calendars}>
            {known => <Simulator policies={items.filter(item => !item.archived)} calendars={known.items} />}
          </Load>
        )}
      </Load>
    </Page>
  )
}

interface Choice {
  policy: string | null
  /** `own`: the policy’s. */
  calendar: string
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

function Simulator({ policies, calendars }: { policies: readonly PolicyItem[]; calendars: readonly CalendarItem[] }) {
  const [date, setDate] = useState<string | null>(new Date(useNow()).toISOString().slice(0, 10))
  const [time, setTime] = useState('16:30')
  const [first, setFirst] = useState<Choice>({ policy: policies[0]?.id ?? null, calendar: 'own' })
  const [second, setSecond] = useState<Choice>({ policy: null, calendar: 'own' })
  if (policies.length === 0) {
    return (
      <Empty
        icon="alerts"
        title={t('There is no policy to try yet')}
        action={<LinkButton href={pathTo('/settings/promises/new')}>{t('New policy')}</LinkButton>}
      >
        {t('Write down what you promise; here you see what it means on a Friday evening.')}
      </Empty>
    )
  }
  const start = date && clockTime.test(time) ? { date, time } : null
  const shared = { policies, calendars, start }
  return (
    <>
      <div className="mb-6 flex flex-wrap items-end gap-4">
        <DatePicker label={t('Begins on')} value={date} onChange={setDate} className="w-44" />
        <TextField
          label={t('at')}
          value={time}
          onChange={setTime}
          className="w-24"
          error={clockTime.test(time) ? undefined : t('A time such as 16:30')}
        />
        <p className="pb-1.5 text-small text-ink-2">{t('in the zone of the calendar')}</p>
      </div>
      <div className="grid gap-12 desk:grid-cols-2">
        <div>
          <Side title={t('With')} choice={first} onChange={setFirst} {...shared} />
        </div>
        <div>
          <Side title={t('Beside')} choice={second} onChange={setSecond} {...shared} />
        </div>
      </div>
      <Suspense fallback={<Skeleton rows={4} />}>
        {simulatorPanels.all().map(({ id, Panel }) => (
          <Panel key={id} policies={policies} calendars={calendars} />
        ))}
      </Suspense>
    </>
  )
}

interface SideProps {
  title: string
  choice: Choice
  onChange: (choice: Choice) => void
  policies: readonly PolicyItem[]
  calendars: readonly CalendarItem[]
  start: { date: string; time: string } | null
}

function Side({ title, choice, onChange, policies, calendars, start }: SideProps) {
  const policy = policies.find(item => item.id === choice.policy)
  return (
    <Section title={title}>
      <div className="mb-4 flex flex-wrap gap-4">
        <Select
          label={t('Policy')}
          options={policies.map(({ id, name }) => ({ id, label: name }))}
          value={choice.policy}
          onChange={id => onChange({ ...choice, policy: id })}
          className="w-56"
        />
        <Select
          label={t('Calendar')}
          options={[
            { id: 'own', label: t('the policy’s own') },
            ...calendars.filter(item => !item.archived).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={choice.calendar}
          onChange={calendar => onChange({ ...choice, calendar })}
          className="w-56"
        />
      </div>
      {policy && start ? (
        <SimulatedPolicy
          policy={policy}
          calendarId={choice.calendar === 'own' ? policy.calendar : choice.calendar}
          calendars={calendars}
          start={start}
        />
      ) : (
        <p className="text-ink-2">{t('Choose a policy to see when its promises would be due.')}</p>
      )}
    </Section>
  )
}

interface SimulatedPolicyProps {
  policy: PolicyItem
  calendarId: string
  calendars: readonly CalendarItem[]
  start: { date: string; time: string }
}

function SimulatedPolicy({ policy, calendarId, calendars, start }: SimulatedPolicyProps) {
  const calendar = compileCalendarItem(calendars, calendarId)
  const zone = zoneOf(calendar)
  const content = { targets: policy.targets, warnBefore: policy.warn_before_min, ladder: policy.ladder }
  return <SimulatedPromises simulation={{ content, calendar, start: instantOfLocalTime(zone, start.date, start.time), zone }} />
}
