import { pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useLiveRows } from '../../../kit/web/liveRows.ts'
import { toast } from '../../../kit/web/toasts.ts'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { Tabs } from '../../../kit/web/ui/page/Tabs.tsx'
import type { AlertItem } from '../../contract.ts'
import { isFiltered, queryOf } from '../../alertSearch.ts'
import { BatchBar } from './BatchBar.tsx'
import { AlertFilters } from './AlertFilters.tsx'
import { alerts } from '../client.ts'
import { ListedAlert } from './ListedAlert.tsx'
import { useAlertSearch } from './useAlertSearch.ts'
import { useNow } from '../../../kit/web/useNow.ts'

/** As many as the server takes at once. */
const MOST = 200

/** Every alert one may see; tab and filters are in the address. */
export function AlertsPage() {
  const now = useNow()
  const { search, setSearch, segments, clear } = useAlertSearch()
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
  const pages = alerts.listAlerts.pages({ query: queryOf(search, segments) })
  const list = useCursorList<AlertItem>(pages)
  useLiveRows<AlertItem>('alerts', {
    queryKey: pages.queryKey,
    some: ids => alerts.listAlerts({ query: { ...queryOf(search, segments), id: ids.join() } }),
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
        <AlertFilters search={search} setSearch={setSearch} segments={segments} first={list.data?.[0]} />
        <PagedList
          label={t('Alerts')}
          list={list}
          rowId={alert => alert.id}
          empty={<NoAlerts filtered={isFiltered(search, segments)} onClear={clear} />}
          rowHeight={69}
        >
          {alert => <ListedAlert alert={alert} now={now} chosen={chosen.has(alert.id)} onChoose={may ? choose : undefined} />}
        </PagedList>
        <BatchBar chosen={[...chosen]} onClear={() => setChosen(new Set())} />
      </Tabs>
    </Page>
  )
}

const NoAlerts = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) =>
  filtered ? (
    <Empty icon="filter" title={t('No alert is like this')} action={<Chip label={t('Show all')} onPress={onClear} />}>
      {t('Take a filter away, or look under another tab.')}
    </Empty>
  ) : (
    <Empty title={t('Nobody waits')} action={<LinkButton href={pathTo('/rules')}>{t('See the rules')}</LinkButton>}>
      {t('A rule raises an alert when a customer’s answer asks for one. It appears here by itself.')}
    </Empty>
  )
