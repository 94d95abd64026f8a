import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { KeyValue } from '../../kit/web/ui/page/KeyValue.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Sheet } from '../../kit/web/ui/overlay/Sheet.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { count, dayAndClock } from '../../kit/words.ts'
import { when } from '../../mail/web/mailWords.tsx'
import { type Delivery, deliveryStates } from '../webhookContract.ts'
import { webhooks } from './client.ts'
import { DeliveryMark } from './words.tsx'

const shown = ['sent', 'waiting', 'failed'] as const

/** What was sent, waits or was given up, newest first. */
export function DeliveryLog({ id, on }: { id: string; on: boolean }) {
  const [search, setSearch] = useSearchParams({ state: '', event: '' })
  const state = deliveryStates.find(one => one === search.state)
  const list = useCursorList<Delivery>(
    webhooks.listWebhookDeliveries.pages({ params: { id }, query: { ...(state && { state }) } }),
  )
  const words = { sent: t('Delivered'), waiting: t('Waiting'), failed: t('Given up') }
  return (
    <>
      <Segmented
        label={t('State')}
        options={[{ id: '', label: t('All') }, ...shown.map(one => ({ id: one as string, label: words[one] }))]}
        value={search.state}
        onChange={next => setSearch({ state: next })}
      />
      <div className="mt-3">
        {list.data === undefined ? (
          list.error ? (
            <ErrorState error={list.error} retry={() => void list.refetch()} />
          ) : (
            <Skeleton rows={4} round={false} />
          )
        ) : list.data.length === 0 ? (
          <Empty icon="send" title={state ? t('Nothing is in this state') : t('Nothing was sent yet')}>
            {t('Send a test, or wait until something happens that this webhook reports.')}
          </Empty>
        ) : (
          <Table
            label={t('Log')}
            columns={columns}
            rows={list.data}
            rowId={row => row.event}
            onOpen={row => setSearch({ event: row.event })}
            more={list}
          />
        )}
      </div>
      {search.event && <Message id={id} event={search.event} on={on} onClose={() => setSearch({ event: '' })} />}
    </>
  )
}

const columns: readonly Column<Delivery>[] = [
  { id: 'kind', head: t('What happened'), cell: row => <span className="font-mono text-small">{row.kind}</span> },
  { id: 'state', head: t('State'), cell: row => <DeliveryMark delivery={row} />, width: '10rem' },
  { id: 'error', head: t('Trouble'), cell: row => <span className="text-ink-2">{row.error}</span>, wide: true },
  { id: 'tries', head: t('Attempts'), cell: row => count(row.attempts), num: true, wide: true, width: '6rem' },
  { id: 'at', head: t('When'), cell: row => when(row.triedAt ?? row.createdAt), num: true, width: '7rem' },
]

function Message({ id, event, on, onClose }: { id: string; event: string; on: boolean; onClose: () => void }) {
  const query = useQuery(webhooks.getWebhookDelivery.query({ params: { id, event } }))
  return (
    <Sheet open onClose={onClose} title={t('Message')} actions={<Again id={id} event={event} on={on} />}>
      <Load query={query}>
        {message => (
          <div className="grid gap-4">
            <DeliveryMark delivery={message} />
            <KeyValue facts={factsOf(message)} />
            <Said title={t('What we sent')} text={pretty(message.body)} />
            {message.reply && <Said title={t('What it replied')} text={message.reply} />}
          </div>
        )}
      </Load>
    </Sheet>
  )
}

const factsOf = ({ event, kind, error, attempts, triedAt, tookMs, nextAt }: Delivery): [string, string][] =>
  (
    [
      [t('Kind'), kind],
      ['webhook-id', event],
      error && [t('Trouble'), error],
      [t('Attempts'), count(attempts)],
      triedAt && [t('Last attempt'), dayAndClock(triedAt)],
      tookMs !== null && [t('It took'), t('{ms} ms', { ms: count(tookMs) })],
      nextAt && attempts > 0 && [t('Next attempt'), dayAndClock(nextAt)],
    ] as const
  ).filter(fact => !!fact) as [string, string][]

const Said = ({ title, text }: { title: string; text: string }) => (
  <section>
    <h3 className="mb-1 font-strong">{title}</h3>
    <pre
      tabIndex={0}
      dir="ltr"
      className="max-h-80 overflow-auto rounded-md bg-sunken p-3 font-mono text-small break-all whitespace-pre-wrap"
    >
      {text}
    </pre>
  </section>
)

const pretty = (body: string): string => JSON.stringify(JSON.parse(body), null, 2)

function Again({ id, event, on }: { id: string; event: string; on: boolean }) {
  const queries = useQueryClient()
  const [sent, setSent] = useState(false)
  const again = useMutation({
    mutationFn: () => webhooks.sendWebhookAgain({ params: { id, event }, body: {} }),
    onSuccess: () => (setSent(true), toast(t('The message leaves again, with the same id'))),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <Button
      icon="send"
      busy={again.isPending}
      disabledReason={(!on && t('Switch it on first.')) || (sent && t('It is on its way.'))}
      onPress={() => again.mutate()}
    >
      {t('Send again')}
    </Button>
  )
}
