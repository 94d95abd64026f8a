import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { day, days } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Chip } from '../../kit/web/ui/Chip.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LoadList } from '../../kit/web/ui/state/LoadList.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { SearchField } from '../../kit/web/ui/form/SearchField.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toastError } from '../../kit/web/toasts.ts'
import { type InvitationRow, invitationStates } from '../sendingContract.ts'
import { surveys } from '../../surveys/web/client.ts'
import { sending } from './client.ts'
import { InvitationStatus, invitationWord, timeFromNow } from './sendingWords.tsx'
import { useSendingLive } from './useSendingLive.ts'

/** Who was asked, who has answered, and who was held back for which reason. */
export function InvitationsPage() {
  useSendingLive()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const survey = useQuery(surveys.getSurvey.query({ params: { id } }))
  return (
    <Load query={survey}>
      {({ name }) => (
        <Page
          title={t('Who was asked')}
          crumbs={[
            { label: t('Surveys'), href: pathTo('/surveys') },
            { label: name, href: pathTo('/surveys/$id/send', { id }) },
          ]}
        >
          <Invitations surveyId={id} />
        </Page>
      )}
    </Load>
  )
}

function Invitations({ surveyId }: { surveyId: string }) {
  const [search, setSearch] = useSearchParams({ state: '', q: '', send: '', from: '', to: '', unit: '', tree: '' })
  const state = states.find(one => one === search.state)
  const query = Object.fromEntries(Object.entries({ ...search, state: state ?? '' }).filter(([, value]) => value !== ''))
  const list = useCursorList<InvitationRow>(sending.listInvitations.pages({ params: { id: surveyId }, query }))
  const filtered = Object.keys(query).length > 0
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select
          label={t('State')}
          labelHidden
          options={[
            { id: '' as const, label: t('Everybody') },
            ...states.map(one => ({ id: one, label: one === 'delivered' ? t('delivered') : invitationWord(one) })),
          ]}
          value={state ?? ''}
          onChange={next => setSearch({ state: next })}
          className="w-44 max-wide:w-full"
        />
        <SearchField
          key={search.q}
          label={t('Find by name or address')}
          defaultValue={search.q}
          onSubmit={q => setSearch({ q })}
          className="min-w-0 flex-1 wide:max-w-72"
        />
        {(search.from || search.to) && (
          <Chip
            icon="calendar"
            value={search.from && search.to ? days(search.from, search.to) : day(search.from || search.to)}
            onRemove={() => setSearch({ from: '', to: '' })}
          />
        )}
        {search.unit && <Chip label={t('Of one unit')} onRemove={() => setSearch({ unit: '', tree: '' })} />}
        {search.send && <TextLink onPress={() => setSearch({ send: '' })}>{t('Show all sends')}</TextLink>}
      </div>
      <LoadList
        list={list}
        empty={
          <Empty
            icon="send"
            title={filtered ? t('Nobody fits') : t('Nobody was asked yet')}
            action={
              !filtered && <LinkButton href={pathTo('/surveys/$id/send', { id: surveyId })}>{t('Share & send')}</LinkButton>
            }
          >
            {filtered
              ? t('Choose another state, or search for a part of the name.')
              : t('Who was invited stands here, with what became of it.')}
          </Empty>
        }
      >
        {rows => <Table label={t('Invitations')} columns={columns} rows={rows} rowId={row => row.id} more={list} />}
      </LoadList>
    </>
  )
}

const states = [...invitationStates, 'delivered'] as const

const columns: readonly Column<InvitationRow>[] = [
  { id: 'person', head: t('Person'), cell: row => <Who row={row} /> },
  { id: 'unit', head: t('Unit'), cell: row => <span className="text-ink-2">{row.unit?.name}</span>, wide: true, width: '10rem' },
  { id: 'state', head: t('State'), cell: row => <Standing row={row} />, width: 'min(20rem, 46vw)' },
  { id: 'when', head: t('When'), cell: row => <When row={row} />, num: true, wide: true, width: '9rem' },
]

const Who = ({ row: { person } }: { row: InvitationRow }) => (
  <span>
    {person.name}
    {person.email && person.email !== person.name && (
      <span className="block text-small break-all text-ink-3">{person.email}</span>
    )}
  </span>
)

function Standing({ row }: { row: InvitationRow }) {
  const more = [
    row.reason,
    row.heldUntil && t('leaves by itself {when}', { when: timeFromNow(row.heldUntil) }),
    row.reminders > 0 && t('{n, plural, one {reminded once} other {reminded # times}}', { n: row.reminders }),
    row.nextReminderAt && t('reminder {when}', { when: timeFromNow(row.nextReminderAt) }),
  ].filter(Boolean)
  return (
    <span className="flex flex-wrap items-start justify-between gap-2">
      <span className="min-w-0">
        <InvitationStatus state={row.state} />
        {more.length > 0 && <span className="block text-small text-ink-3">{more.join(' · ')}</span>}
      </span>
      {row.state === 'held' && <AskAnyway id={row.id} name={row.person.name} />}
    </span>
  )
}

function AskAnyway({ id, name }: { id: string; name: string }) {
  const queries = useQueryClient()
  const may = useMay('surveys.send')
  const ask = useMutation({
    mutationFn: () => sending.inviteAnyway({ params: { id }, body: {} }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['surveys'] }),
  })
  if (!may) return null
  return (
    <Button size="small" busy={ask.isPending} onPress={() => ask.mutate()}>
      {t('Ask anyway')}
      <span className="sr-only"> {name}</span>
    </Button>
  )
}

function When({ row }: { row: InvitationRow }) {
  const at = row.answeredAt ?? row.sentAt ?? row.dueAt
  return <time dateTime={at}>{timeFromNow(at)}</time>
}
