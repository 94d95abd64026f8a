import { pathTo } from '../../kit/paths.ts'
import { useState } from 'react'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { when } from '../../mail/web/mailWords.tsx'
import type { Endpoint } from '../webhookContract.ts'
import { webhooks } from './client.ts'
import { EndpointDialog } from './EndpointDialog.tsx'
import { EndpointMark, kindsWords } from './words.tsx'

/** Where we report what happens: other systems hear of it within a second. */
export function WebhooksPage() {
  useLive('webhooks')
  const [making, setMaking] = useState(false)
  const list = useCursorList<Endpoint>(webhooks.listWebhooks.pages({ query: {} }))
  const add = (
    <Button variant="main" icon="add" onPress={() => setMaking(true)}>
      {t('New webhook')}
    </Button>
  )
  return (
    <SettingsPage title={t('Webhooks')} actions={list.data && list.data.length > 0 && add}>
      {list.data === undefined ? (
        list.error ? (
          <ErrorState error={list.error} retry={() => void list.refetch()} />
        ) : (
          <Skeleton rows={3} round={false} />
        )
      ) : list.data.length === 0 ? (
        <Empty icon="send" title={t('Nothing is reported to other systems yet')} action={add}>
          {t(
            'Name an address, and what happens here is posted to it within a second: signed, tried again for three days, and with a log.',
          )}
        </Empty>
      ) : (
        <Table
          label={t('Webhooks')}
          columns={columns}
          rows={list.data}
          rowId={row => row.id}
          href={row => pathTo('/settings/webhooks/$id', { id: row.id })}
          more={list}
        />
      )}
      {making && <EndpointDialog onClose={() => setMaking(false)} />}
    </SettingsPage>
  )
}

const columns: readonly Column<Endpoint>[] = [
  { id: 'name', head: t('Name'), cell: row => <Named row={row} /> },
  { id: 'kinds', head: t('Reports'), cell: row => <span className="text-ink-2">{kindsWords(row.kinds)}</span>, wide: true },
  { id: 'state', head: t('State'), cell: row => <EndpointMark endpoint={row} />, width: '11rem' },
  { id: 'sent', head: t('Last delivered'), cell: row => <Last row={row} />, num: true, wide: true, width: '9rem' },
]

const Named = ({ row }: { row: Endpoint }) => (
  <>
    {row.name}
    <span className="block text-small font-regular break-all text-ink-3">{row.url}</span>
  </>
)

const Last = ({ row: { lastSentAt } }: { row: Endpoint }) =>
  lastSentAt ? <time dateTime={lastSentAt}>{when(lastSentAt)}</time> : '—'
