import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { ActivityButton } from '../../accounts/web/members/ActivityButton.tsx'
import { t } from '../../kit/i18n.ts'
import { list as listed } from '../../kit/words.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LoadList } from '../../kit/web/ui/state/LoadList.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { type Column, Table } from '../../kit/web/ui/table/Table.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toastDelayed } from '../../kit/web/toasts.ts'
import type { TeamRow } from '../teamContract.ts'
import { teams } from './client.ts'
import { DirectoryFormDialog } from './DirectoryFormDialog.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PeoplePicker } from './PeoplePicker.tsx'
import { useDirectoryChange } from './useDirectoryChange.ts'

/** Colleagues who share work across units. */
export function TeamsPage() {
  useLive('teams')
  const may = useMay('people.write')
  const [open, setOpen] = useState<TeamRow | 'new' | null>(null)
  const list = useCursorList<TeamRow>(teams.listTeams.pages({ query: {} }))
  const change = useDirectoryChange()
  const remove = (team: TeamRow) =>
    toastDelayed(t('The team {name} goes; its people stay', { name: team.name }), () =>
      change.mutate(() => teams.deleteTeam({ params: { id: team.id } })),
    )
  const add = may && (
    <Button variant="main" icon="add" onPress={() => setOpen('new')}>
      {t('New team')}
    </Button>
  )
  return (
    <PeopleFrame title={t('Teams')} actions={add}>
      <LoadList
        list={list}
        skeleton={<Skeleton rows={4} />}
        empty={
          <Empty icon="people" title={t('No teams yet')}>
            {t('A team is a few colleagues who share work across units: callbacks, key accounts, the night shift.')}
          </Empty>
        }
      >
        {rows => (
          <Table
            label={t('Teams')}
            columns={columns(may ? remove : undefined)}
            rows={rows}
            rowId={team => team.id}
            onOpen={may ? setOpen : undefined}
            more={list}
          />
        )}
      </LoadList>
      {open && <TeamDialog team={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </PeopleFrame>
  )
}

const columns = (remove: ((team: TeamRow) => void) | undefined): Column<TeamRow>[] => [
  { id: 'name', head: t('Name'), cell: team => team.name },
  {
    id: 'people',
    head: t('People'),
    cell: team => listed(team.people.map(person => person.name)) || <span className="text-ink-3">{t('nobody yet')}</span>,
  },
  {
    id: 'remove',
    head: t('Actions'),
    headHidden: true,
    width: '6rem',
    cell: team => (
      <span className="flex justify-end gap-1">
        <ActivityButton id={team.id} name={team.name} />
        {remove && (
          <Button
            size="small"
            variant="quiet"
            icon="trash"
            label={t('Remove {name}', { name: team.name })}
            onPress={() => remove(team)}
          />
        )}
      </span>
    ),
  },
]

function TeamDialog({ team, onClose }: { team: TeamRow | undefined; onClose: () => void }) {
  const [name, setName] = useState(team?.name ?? '')
  const [people, setPeople] = useState<{ id: string; name: string }[]>(team?.people ?? [])
  const body = { name, people: people.map(person => person.id) }
  return (
    <DirectoryFormDialog
      title={team ? team.name : t('New team')}
      act={team ? t('Save') : t('Add')}
      missing={!name.trim() && t('Give it a name first.')}
      save={() => (team ? teams.editTeam({ params: { id: team.id }, body }) : teams.createTeam({ body }))}
      onClose={onClose}
    >
      {errors => (
        <>
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} maxLength={200} />
          <PeoplePicker label={t('Add a colleague')} value={people} onChange={setPeople} />
        </>
      )}
    </DirectoryFormDialog>
  )
}
