import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { causes } from '../../causes/web/client.ts'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLiveRows } from '../../kit/web/liveRows.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { toast } from '../../kit/web/ui/toasts.ts'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { PagedList } from '../../kit/web/ui/PagedList.tsx'
import { SearchField } from '../../kit/web/ui/SearchField.tsx'
import { Segmented } from '../../kit/web/ui/Segmented.tsx'
import { Tabs } from '../../kit/web/ui/Tabs.tsx'
import { UnitChip } from '../../responses/web/UnitChip.tsx'
import type { AlertItem } from '../contract.ts'
import { BatchBar } from './BatchBar.tsx'
import { alertRules, alerts } from './client.ts'
import { ListedAlert } from './ListedAlert.tsx'
import { useNow } from '../../kit/web/useNow.ts'

const defaults = {
  tab: 'waiting',
  of: 'all',
  kind: '',
  unit: '',
  survey: '',
  cause: '',
  rule: '',
  person: '',
  from: '',
  to: '',
  q: '',
}
type Filters = typeof defaults

const stateOf: Record<string, 'waiting' | 'open' | 'closed' | undefined> = { waiting: 'waiting', open: 'open', closed: 'closed' }

/** As many as the server takes at once. */
const MOST = 200

/** Every alert one may see; tab and filters are in the address. */
export function AlertsPage() {
  const now = useNow()
  const [search, setSearch] = useSearchParams(defaults)
  const may = useMay('alerts.work')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = useCallback(
    (id: string, on: boolean) => {
      if (on && chosen.size >= MOST) return toast(t('{n} at once are enough. Do something with these first.', { n: MOST }))
      setChosen(on ? new Set(chosen).add(id) : new Set([...chosen].filter(other => other !== id)))
    },
    [chosen],
  )
  const counts = useQuery(alerts.countAlerts.query()).data
  const pages = alerts.listAlerts.pages({ query: queryOf(search) })
  const list = useCursorList<AlertItem>(pages)
  useLiveRows<AlertItem>('alerts', {
    queryKey: pages.queryKey,
    some: ids => alerts.listAlerts({ query: { ...queryOf(search), id: ids } }),
    // Ids tell the time: what is newer comes first.
    before: (a, b) => a.id > b.id,
  })
  return (
    <Page title={t('Alerts')}>
      <Tabs
        label={t('Alerts by state')}
        value={search.tab}
        onChange={tab => {
          setChosen(new Set())
          setSearch({ tab })
        }}
        tabs={[
          { id: 'waiting', label: t('Waiting'), n: counts?.waiting },
          { id: 'open', label: t('New'), n: counts?.open },
          { id: 'closed', label: t('Closed'), n: counts?.closed },
          { id: 'all', label: t('All') },
        ]}
      >
        <FilterBar search={search} setSearch={setSearch} first={list.data?.[0]} />
        <PagedList
          label={t('Alerts')}
          list={list}
          rowId={alert => alert.id}
          empty={<NoAlerts filtered={isFiltered(search)} onClear={() => setSearch(defaults)} />}
          rowHeight={69}
        >
          {alert => <ListedAlert alert={alert} now={now} chosen={chosen.has(alert.id)} onChoose={may ? choose : undefined} />}
        </PagedList>
        <BatchBar chosen={[...chosen]} onClear={() => setChosen(new Set())} />
      </Tabs>
    </Page>
  )
}

const queryOf = ({ tab, of, kind, ...rest }: Filters) =>
  ({
    ...rest,
    state: stateOf[tab],
    owner: of === 'me' ? 'me' : undefined,
    kind: kind === 'recovery' || kind === 'excellence' ? kind : undefined,
    limit: 50,
  }) as const

const isFiltered = (search: Filters) =>
  (Object.keys(search) as (keyof Filters)[]).some(key => key !== 'tab' && search[key] !== defaults[key])

interface FilterProps {
  search: Filters
  setSearch: (change: Partial<Filters>) => void
  first: AlertItem | undefined
}

function FilterBar({ search, setSearch, first }: FilterProps) {
  const [q, setQ] = useState(search.q)
  const causeName = useCauseName(search.cause)
  const ruleName = useRuleName(search.rule)
  const chips = [
    { key: 'survey', label: t('Survey'), value: first?.survey.name ?? t('one') },
    { key: 'cause', label: t('Cause'), value: causeName },
    { key: 'rule', label: t('Rule'), value: ruleName },
    { key: 'person', label: t('Customer'), value: first?.person?.name ?? t('one') },
    { key: 'from', label: t('From'), value: search.from },
    { key: 'to', label: t('To'), value: search.to },
  ] as const
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField label={t('Find in words and names')} value={q} onChange={setQ} onSubmit={q => setSearch({ q })} />
      <Segmented
        label={t('Whose')}
        value={search.of}
        onChange={of => setSearch({ of })}
        options={[
          { id: 'all', label: t('Everybody’s') },
          { id: 'me', label: t('Mine') },
        ]}
      />
      <UnitChip value={search.unit} onChange={unit => setSearch({ unit })} />
      {chips.map(
        ({ key, label, value }) =>
          search[key] && <Chip key={key} label={label} value={value} onRemove={() => setSearch({ [key]: '' })} />,
      )}
    </div>
  )
}

function useCauseName(id: string): string {
  const list = useQuery({ ...causes.listCauses.query(), enabled: id !== '' }).data
  return list?.items.find(cause => cause.id === id)?.name ?? t('one')
}

function useRuleName(id: string): string {
  return useQuery({ ...alertRules.getRule.query({ params: { id } }), enabled: id !== '' }).data?.name ?? t('one')
}

const NoAlerts = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) =>
  filtered ? (
    <Empty icon="filter" title={t('No alert is like this')} action={<Chip label={t('Show all')} onPress={onClear} />}>
      {t('Take a filter away, or look under another tab.')}
    </Empty>
  ) : (
    <Empty title={t('Nobody waits')} action={<LinkButton href="/rules">{t('See the rules')}</LinkButton>}>
      {t('A rule raises an alert when a customer’s answer asks for one. It appears here by itself.')}
    </Empty>
  )
