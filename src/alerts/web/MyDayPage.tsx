import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { t } from '../../kit/i18n.ts'
import { count, day, moment } from '../../kit/words.ts'
import { useRowKeys } from '../../kit/web/keys.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../kit/web/ui/page/Timeline.tsx'
import { nextPromise } from '../clockWords.ts'
import type { AlertItem } from '../contract.ts'
import { outcomeLabel } from '../alertOutcomes.ts'
import { AlertRow } from './AlertRow.tsx'
import { alerts } from './client.ts'
import { NextButton } from './NextButton.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import { raisedWords, waitsWords } from './waitingTime.ts'
import { firstName } from '../../people/firstName.ts'
import { nameOf } from './alertCustomer.ts'

/** What needs me now, what is due first first, with one button to act. */
export function MyDayPage() {
  useLive('alerts')
  const now = useNow()
  const [{ of }, setSearch] = useSearchParams({ of: 'me' })
  const whose: { owner?: string } = of === 'team' ? {} : { owner: 'me' }
  const waiting = useQuery(alerts.listAlerts.query({ query: { state: 'waiting', ...whose, byDue: 'true', limit: '100' } }))
  const closed = useQuery(alerts.listAlerts.query({ query: { state: 'closed', ...whose, limit: '6' } }))
  return (
    <Page
      title={t('My day')}
      beside={day(now, { weekday: true })}
      actions={
        <Segmented
          label={t('Whose')}
          value={of}
          onChange={of => setSearch({ of })}
          options={[
            { id: 'me', label: t('Mine') },
            { id: 'team', label: t('Everybody’s') },
          ]}
        />
      }
      finding={waiting.data && <Finding waiting={waiting.data.items} more={waiting.data.nextCursor !== null} now={now} />}
      aside={closed.data && <Closed closed={closed.data.items} now={now} />}
    >
      <Load query={waiting} skeleton={<Skeleton rows={5} />}>
        {({ items }) => (items.length > 0 ? <Groups waiting={items} now={now} team={of === 'team'} /> : <Finished />)}
      </Load>
    </Page>
  )
}

/** “Dana comes first: speak with them in 50 min. Two others wait too.” */
function Finding({ waiting, more, now }: { waiting: readonly AlertItem[]; more: boolean; now: number }) {
  const first = waiting[0]
  if (!first) return t('Nobody waits for you.')
  const others = waiting.length - 1
  const name = first.person
    ? firstName(nameOf(first))
    : t('A customer of {unit}', { unit: first.unit?.name ?? first.survey.name })
  const rest = more
    ? t('More than {n} others wait too.', { n: count(others) })
    : t('{n, plural, =0 {Nobody else waits.} one {One other waits too.} other {# others wait too.}}', { n: others })
  const next = nextPromise(first, now)
  return (
    <>
      <b>{t('{name} comes first', { name })}</b>: {next ? next.words : waitsWords(first, now)}. {rest}
    </>
  )
}

function Groups({ waiting, now, team }: { waiting: readonly AlertItem[]; now: number; team: boolean }) {
  const box = useRef<HTMLDivElement>(null)
  useRowKeys(box)
  const groups = dayGroups(waiting, now)
  return (
    <div ref={box} className="-mx-3 grid gap-6 max-wide:mx-0">
      {groups.map(({ title, items }, g) => (
        <section key={title} aria-label={title}>
          <h2 className="flex items-baseline gap-3 border-b border-line-strong px-3 pb-2 font-strong max-wide:px-0">
            {title} <span className="text-small font-regular text-ink-3">{count(items.length)}</span>
          </h2>
          <ul>
            {items.map((alert, i) => (
              <li key={alert.id} data-row={alert.id} className="border-b border-line has-focus-visible:bg-selected">
                <AlertRow alert={alert} now={now} owner={team} action={<NextButton alert={alert} main={g === 0 && i === 0} />} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** What is promised by when it is due; the rest by what is to be done. */
function dayGroups(waiting: readonly AlertItem[], now: number) {
  const tonight = new Date(now).setHours(24, 0, 0, 0)
  const due = ({ dueAt }: AlertItem) => (dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt))
  const free = waiting.filter(({ dueAt }) => dueAt === null)
  return [
    { title: t('Late'), items: waiting.filter(alert => due(alert) <= now) },
    { title: t('Today'), items: waiting.filter(alert => due(alert) > now && due(alert) <= tonight) },
    { title: t('Later'), items: waiting.filter(alert => due(alert) > tonight && alert.dueAt !== null) },
    { title: t('New'), items: free.filter(({ state }) => state === 'open') },
    { title: t('To speak with'), items: free.filter(({ state }) => state === 'acknowledged') },
    { title: t('To resolve'), items: free.filter(({ state }) => state === 'contacted') },
  ].filter(({ items }) => items.length > 0)
}

const Finished = () => (
  <Empty title={t('Nothing waits for you')} action={<LinkButton href={pathTo('/alerts')}>{t('All alerts')}</LinkButton>}>
    {t('When a customer needs you, it appears here by itself.')}
  </Empty>
)

function Closed({ closed, now }: { closed: readonly AlertItem[]; now: number }) {
  if (closed.length === 0) return null
  return (
    <Section
      title={t('Closed lately')}
      more={
        <TextLink look="bare" href={pathTo('/alerts', { tab: 'closed' })}>
          {t('All')}
        </TextLink>
      }
    >
      <Timeline
        entries={closed.map(alert => ({
          id: alert.id,
          sign: 'kept' as const,
          what: (
            <TextLink look="open" href={pathTo('/alerts/$id', { id: alert.id })}>
              {nameOf(alert)}
            </TextLink>
          ),
          when: alert.resolvedAt ? moment(alert.resolvedAt, now) : raisedWords(alert, now),
          at: alert.resolvedAt ?? undefined,
          children: alert.outcome ? t(outcomeLabel(alert.outcome)) : null,
        }))}
      />
    </Section>
  )
}
