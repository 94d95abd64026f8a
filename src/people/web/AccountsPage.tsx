import { pathTo } from '../../kit/paths.ts'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { ActivityButton } from '../../accounts/web/members/ActivityButton.tsx'
import { t } from '../../kit/i18n.ts'
import { count } from '../../kit/words.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LoadList } from '../../kit/web/ui/state/LoadList.tsx'
import { SearchField } from '../../kit/web/ui/form/SearchField.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toastDelayed } from '../../kit/web/toasts.ts'
import type { CustomerAccountRow } from '../customerAccountContract.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { customerAccounts } from './client.ts'
import { PeopleFrame } from './PeopleFrame.tsx'
import { useDirectoryChange } from './useDirectoryChange.ts'

/** Customers that are organisations themselves, each with a colleague who looks after it. */
export function AccountsPage() {
  useLive('customer-accounts')
  const may = useMay('people.write')
  const [search, setSearch] = useSearchParams({ q: '' })
  const [open, setOpen] = useState<CustomerAccountRow | 'new' | null>(null)
  const list = useCursorList<CustomerAccountRow>(customerAccounts.listCustomerAccounts.pages({ query: search }))
  const change = useDirectoryChange()
  const remove = (account: CustomerAccountRow) =>
    toastDelayed(t('{name} goes; its people stay', { name: account.name }), () =>
      change.mutate(() => customerAccounts.deleteCustomerAccount({ params: { id: account.id } })),
    )
  const add = may && (
    <Button variant="main" icon="add" onPress={() => setOpen('new')}>
      {t('New account')}
    </Button>
  )
  return (
    <PeopleFrame title={t('Customer accounts')} actions={add}>
      <SearchField
        key={search.q}
        label={t('Find by name')}
        defaultValue={search.q}
        onSubmit={q => setSearch({ q })}
        className="mb-4 wide:max-w-72"
      />
      <LoadList list={list} empty={<Nothing filtered={search.q !== ''} clear={() => setSearch({ q: '' })} />}>
        {rows => (
          <Table
            label={t('Customer accounts')}
            columns={columns(may ? remove : undefined)}
            rows={rows}
            rowId={account => account.id}
            onOpen={may ? setOpen : undefined}
            more={list}
          />
        )}
      </LoadList>
      {open && <AccountDialog account={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </PeopleFrame>
  )
}

const columns = (remove: ((account: CustomerAccountRow) => void) | undefined): Column<CustomerAccountRow>[] => [
  { id: 'name', head: t('Name'), cell: account => account.name },
  {
    id: 'owner',
    head: t('Looked after by'),
    cell: account => account.owner?.name ?? <span className="text-ink-3">{t('nobody')}</span>,
  },
  {
    id: 'people',
    head: t('People'),
    num: true,
    cell: account => (
      <TextLink look="open" href={pathTo('/people', { account: account.id })}>
        {count(account.people)}
      </TextLink>
    ),
  },
  {
    id: 'remove',
    head: t('Actions'),
    headHidden: true,
    width: '6rem',
    wide: true,
    cell: account => (
      <span className="flex justify-end gap-1">
        <ActivityButton id={account.id} name={account.name} />
        {remove && (
          <Button
            size="small"
            variant="quiet"
            icon="trash"
            label={t('Remove {name}', { name: account.name })}
            onPress={() => remove(account)}
          />
        )}
      </span>
    ),
  },
]

const Nothing = ({ filtered, clear }: { filtered: boolean; clear: () => void }) =>
  filtered ? (
    <Empty icon="people" title={t('No account fits')} action={<TextLink onPress={clear}>{t('Show all')}</TextLink>}>
      {t('Search for a part of the name.')}
    </Empty>
  ) : (
    <Empty icon="people" title={t('No customer accounts yet')}>
      {t(
        'They come with an import of people (column “account”), or one by one. Alerts about an account can go to whoever looks after it.',
      )}
    </Empty>
  )
