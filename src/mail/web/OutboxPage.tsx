import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import type { Result } from '../../kit/contract.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { SearchField } from '../../kit/web/ui/form/SearchField.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { type MailState, mailStates, type outboxContract } from '../contract.ts'
import { outbox } from './client.ts'
import { MailStateMark, stateWord, when } from './mailWords.tsx'

type Mail = Result<typeof outboxContract.list>['items'][number]

/** Every mail that left, waits, is kept, or whose fate a person must decide. */
export function OutboxPage() {
  useLive('outbox')
  const [search, setSearch] = useSearchParams({ state: '', q: '' })
  const state = mailStates.find(one => one === search.state)
  const list = useCursorList<Mail>(outbox.list.pages({ query: { ...(state && { state }), ...(search.q && { q: search.q }) } }))
  return (
    <Page title={t('Outbox')}>
      <Standing onState={next => setSearch({ state: next })} />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select
          label={t('State')}
          labelHidden
          options={[{ id: '' as const, label: t('All mail') }, ...choices()]}
          value={state ?? ''}
          onChange={next => setSearch({ state: next })}
          className="w-44"
        />
        <SearchField
          key={search.q}
          label={t('Find by address or subject')}
          defaultValue={search.q}
          onSubmit={q => setSearch({ q })}
          className="min-w-0 flex-1 wide:max-w-72"
        />
      </div>
      {list.data === undefined ? (
        list.error ? (
          <ErrorState error={list.error} retry={() => void list.refetch()} />
        ) : (
          <Skeleton rows={6} round={false} />
        )
      ) : list.data.length > 0 ? (
        <Table
          label={t('Mail')}
          columns={columns}
          rows={list.data}
          rowId={row => row.id}
          href={row => pathTo('/outbox/$id', { id: row.id })}
          more={list}
        />
      ) : (
        <Nothing filtered={!!state || search.q !== ''} clear={() => setSearch({ state: '', q: '' })} />
      )}
    </Page>
  )
}

const choices = () => mailStates.filter(one => one !== 'handing').map(one => ({ id: one, label: stateWord(one) }))

const columns: readonly Column<Mail>[] = [
  { id: 'subject', head: t('Subject'), cell: row => <Subject row={row} /> },
  { id: 'to', head: t('To'), cell: row => <span className="text-ink-2">{row.to}</span>, wide: true, width: '16rem' },
  { id: 'state', head: t('State'), cell: row => <MailStateMark state={row.state} />, width: '9rem' },
  { id: 'at', head: t('When'), cell: row => <When row={row} />, num: true, wide: true, width: '8rem' },
]

const Subject = ({ row }: { row: Mail }) => (
  <>
    {row.subject || t('Deleted')}
    <span className="block text-small font-regular break-all text-ink-3 wide:hidden">{row.to}</span>
  </>
)

function When({ row }: { row: Mail }) {
  const at = row.doneAt ?? row.createdAt
  return <time dateTime={at}>{when(at)}</time>
}

/** What a person should know or do about the outbox as a whole. */
function Standing({ onState }: { onState: (state: MailState) => void }) {
  const { data } = useQuery(outbox.summary.query())
  const may = useMay('org.manage')
  const queries = useQueryClient()
  const release = useMutation({
    mutationFn: () => outbox.deliverKept({ body: {} }),
    onSuccess: ({ sent }) => toast(t('{n, plural, one {# mail leaves} other {# mails leave}} now', { n: sent })),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  })
  if (!data) return null
  const { kept = 0, unsure = 0 } = data.states
  return (
    <div className="mb-4 flex flex-col gap-3 empty:hidden">
      {!data.mailServer && (
        <Notice tone="soon" icon="outbox" title={t('There is no mail server: mail is kept here')}>
          {t('Set SMTP_URL (as in smtps://user:password@mail.example.org) and start again. What is kept leaves when you say so.')}
        </Notice>
      )}
      {data.mailServer && kept > 0 && (
        <Notice
          tone="info"
          icon="outbox"
          title={t('{n, plural, one {# mail was} other {# mails were}} kept while there was no mail server', { n: kept })}
          actions={
            <>
              <Button
                variant="main"
                busy={release.isPending}
                onPress={() => release.mutate()}
                disabledReason={!may && t('Only administrators')}
              >
                {t('Send all {n}', { n: kept })}
              </Button>
              <Button onPress={() => onState('kept')}>{t('Look at them first')}</Button>
            </>
          }
        />
      )}
      {unsure > 0 && (
        <Notice
          tone="soon"
          icon="outbox"
          title={t('{n, plural, one {# mail} other {# mails}} may have arrived or not', { n: unsure })}
          actions={<Button onPress={() => onState('unsure')}>{t('Decide')}</Button>}
        >
          {t('The line broke while the mail server was taking them. Sending again might deliver twice.')}
        </Notice>
      )}
    </div>
  )
}

const Nothing = ({ filtered, clear }: { filtered: boolean; clear: () => void }) =>
  filtered ? (
    <Empty icon="outbox" title={t('No mail fits')} action={<TextLink onPress={clear}>{t('Show all mail')}</TextLink>}>
      {t('Search for a part of the address or of the subject.')}
    </Empty>
  ) : (
    <Empty icon="outbox" title={t('No mail yet')}>
      {t('Invitations, reminders and notices appear here as soon as they are posted, and stay with their fate.')}
    </Empty>
  )
