import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useLive } from '../../../kit/web/live.ts'
import { useSearchParams } from '../../../kit/web/search.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { LoadList } from '../../../kit/web/ui/state/LoadList.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../../kit/web/ui/table/Table.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { imports, type PersonRow, people } from '../client.ts'
import { ImportExportMenu } from '../ImportExportMenu.tsx'
import { PeopleFrame } from '../PeopleFrame.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { PersonStatus } from './PersonStatus.tsx'
import { UnitField } from '../UnitField.tsx'

const columns = (): Column<PersonRow>[] => [
  {
    id: 'name',
    head: t('Name'),
    cell: person => (
      <>
        {person.label || t('Erased person')}
        <span className="block text-small font-regular break-all text-ink-3">{person.title ?? person.email}</span>
      </>
    ),
  },
  { id: 'unit', head: t('Unit'), cell: person => person.units.map(unitWord).join(', '), wide: true },
  { id: 'account', head: t('Account'), cell: person => person.account?.name, wide: true },
  { id: 'marks', head: t('Standing'), cell: person => <PersonStatus person={person} />, wide: true },
]

const unitWord = (unit: PersonRow['units'][number]) =>
  unit.role === 'manager' ? t('{unit}, manager', { unit: unit.name }) : unit.name

const defaults = { q: '', kind: '', unit: '', state: '', segment: '', account: '' }

/** Staff and contacts: found by name, kind, unit and standing. */
export function PeoplePage() {
  useLive('people')
  const may = useMay('people.write')
  const [adding, setAdding] = useState(false)
  const [search, setSearch] = useSearchParams(defaults)
  const query = { ...search, kind: search.kind as 'staff', state: search.state as 'away' }
  const list = useCursorList<PersonRow>(people.listPeople.pages({ query }))
  const filtered = Object.values(search).some(Boolean)
  return (
    <PeopleFrame
      title={t('People')}
      actions={
        <>
          <ImportExportMenu exportUrl={imports.exportPeople.url()} importHref={may && pathTo('/people/import')} />
          {may && (
            <Button variant="main" icon="add" onPress={() => setAdding(true)}>
              {t('New person')}
            </Button>
          )}
        </>
      }
    >
      <Filters search={search} onChange={setSearch} />
      <LoadList
        list={list}
        skeleton={<Skeleton rows={8} />}
        empty={<Nobody filtered={filtered} clear={() => setSearch(defaults)} />}
      >
        {rows => (
          <Table
            label={t('People')}
            columns={columns()}
            rows={rows}
            rowId={one => one.id}
            href={one => pathTo('/people/$id', { id: one.id })}
            more={list}
          />
        )}
      </LoadList>
      {adding && <PersonDialog onClose={() => setAdding(false)} />}
    </PeopleFrame>
  )
}

function Filters({ search, onChange }: { search: typeof defaults; onChange: (change: Partial<typeof defaults>) => void }) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-3">
      <SearchField
        key={search.q}
        label={t('Find by name, e-mail or number')}
        defaultValue={search.q}
        onSubmit={q => onChange({ q })}
        className="min-w-0 flex-1 wide:max-w-72"
      />
      <Select
        label={t('Kind')}
        labelHidden
        options={[
          { id: '', label: t('Everybody') },
          { id: 'staff', label: t('Staff') },
          { id: 'contact', label: t('Contacts') },
        ]}
        value={search.kind}
        onChange={kind => onChange({ kind })}
        className="w-36"
      />
      <Select
        label={t('Standing')}
        labelHidden
        options={[
          { id: '', label: t('Any standing') },
          { id: 'opted-out', label: t('Opted out') },
          { id: 'bounced', label: t('Mail comes back') },
          { id: 'away', label: t('Away now') },
          { id: 'erased', label: t('Erased') },
        ]}
        value={search.state}
        onChange={state => onChange({ state })}
        className="w-44"
      />
      <div className="w-56 max-wide:w-full">
        <UnitField label={t('Unit')} value={search.unit || null} onChange={unit => onChange({ unit: unit ?? '' })} />
      </div>
    </div>
  )
}

const Nobody = ({ filtered, clear }: { filtered: boolean; clear: () => void }) =>
  filtered ? (
    <Empty icon="people" title={t('Nobody fits')} action={<TextLink onPress={clear}>{t('Show everybody')}</TextLink>}>
      {t('Search for a part of the name, of the address or of the number.')}
    </Empty>
  ) : (
    <Empty
      icon="people"
      title={t('Nobody is here yet')}
      action={<LinkButton href={pathTo('/people/import')}>{t('Import people')}</LinkButton>}
    >
      {t('Colleagues own alerts; contacts answer questionnaires. Import both from a file, or add them one by one.')}
    </Empty>
  )
