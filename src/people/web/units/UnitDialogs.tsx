import { plusDays } from '../../period.ts'
import { useState } from 'react'
import { ActivityDialog } from '../../../activity/web/ActivityDialog.tsx'
import { t } from '../../../kit/i18n.ts'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { day } from '../../../kit/words.ts'
import { firstOfNextMonth } from '../../day.ts'
import { subtreeIds } from '../../unitTree.ts'
import { type DirectoryUnitRow, units } from '../client.ts'
import { DirectoryFormDialog } from '../DirectoryFormDialog.tsx'
import { PeoplePicker } from '../PeoplePicker.tsx'
import { UnitField } from '../UnitField.tsx'

/** What somebody is about to do with a unit. */
export type UnitTask =
  | { kind: 'new'; parent: DirectoryUnitRow | null }
  | { kind: 'rename'; unit: DirectoryUnitRow }
  | { kind: 'move'; unit: DirectoryUnitRow; to: string | null }
  | { kind: 'close'; unit: DirectoryUnitRow }
  | { kind: 'managers'; unit: DirectoryUnitRow }
  | { kind: 'history'; unit: DirectoryUnitRow }

interface TaskProps<K extends UnitTask['kind']> {
  task: Extract<UnitTask, { kind: K }>
  items: readonly DirectoryUnitRow[]
  onClose: () => void
}

export function UnitDialogs({
  task,
  items,
  onClose,
}: {
  task: UnitTask
  items: readonly DirectoryUnitRow[]
  onClose: () => void
}) {
  switch (task.kind) {
    case 'new':
      return <NewUnit task={task} items={items} onClose={onClose} />
    case 'rename':
      return <RenameUnit task={task} items={items} onClose={onClose} />
    case 'move':
      return <MoveUnit task={task} items={items} onClose={onClose} />
    case 'close':
      return <CloseUnit task={task} items={items} onClose={onClose} />
    case 'managers':
      return <Managers task={task} items={items} onClose={onClose} />
    case 'history':
      return <ActivityDialog name={task.unit.name} subjectId={task.unit.id} onClose={onClose} />
  }
}

function NewUnit({ task, onClose }: TaskProps<'new'>) {
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const save = () => units.createUnit({ body: { name, key: key.trim() || undefined, parent: task.parent?.id ?? null } })
  return (
    <DirectoryFormDialog
      title={task.parent ? t('A unit below {name}', { name: task.parent.name }) : t('New unit')}
      act={t('Add')}
      missing={!name.trim() && t('Give it a name first.')}
      save={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} maxLength={200} autoFocus />
          <KeyField value={key} onChange={setKey} error={errors['key']} optional />
        </>
      )}
    </DirectoryFormDialog>
  )
}

const KeyField = (props: { value: string; onChange: (key: string) => void; error?: string | undefined; optional?: boolean }) => (
  <TextField
    label={t('Key')}
    hint={t('What other systems and files call it: the column “unit” of an import.')}
    maxLength={200}
    {...props}
  />
)

function RenameUnit({ task, onClose }: TaskProps<'rename'>) {
  const [name, setName] = useState(task.unit.name)
  const [key, setKey] = useState(task.unit.key)
  return (
    <DirectoryFormDialog
      title={t('Rename {name}', { name: task.unit.name })}
      act={t('Rename')}
      missing={!(name.trim() && key.trim()) && t('Give it a name and a key.')}
      save={() => units.editUnit({ params: { id: task.unit.id }, body: { name, key } })}
      onClose={onClose}
    >
      {errors => (
        <>
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} maxLength={200} autoFocus />
          <KeyField value={key} onChange={setKey} error={errors['key']} />
        </>
      )}
    </DirectoryFormDialog>
  )
}

function MoveUnit({ task: { unit, to }, items, onClose }: TaskProps<'move'>) {
  const [parent, setParent] = useState(to)
  const [when, setWhen] = useWhen()
  const same = parent === unit.parentId
  return (
    <DirectoryFormDialog
      title={t('Move {name}', { name: unit.name })}
      act={t('Move')}
      missing={same && t('Choose another place first.')}
      save={() => units.moveUnit({ params: { id: unit.id }, body: { parent, from: when } })}
      onClose={onClose}
    >
      {() => (
        <>
          <UnitField
            label={t('Below')}
            hint={t('All units below move along. Leave it empty to put the unit at the top.')}
            optional
            value={parent}
            onChange={setParent}
            except={subtreeIds(items, unit.id)}
          />
          <WhenField label={t('From')} value={when} onChange={setWhen} />
          <p className="text-small text-ink-2">{t('Reports of earlier days stay as they were.')}</p>
        </>
      )}
    </DirectoryFormDialog>
  )
}

function CloseUnit({ task: { unit }, onClose }: TaskProps<'close'>) {
  const [when, setWhen] = useWhen()
  return (
    <DirectoryFormDialog
      title={t('Close {name}?', { name: unit.name })}
      act={t('Close the unit')}
      save={() => units.closeUnit({ params: { id: unit.id }, body: { on: when } })}
      onClose={onClose}
    >
      {() => (
        <>
          <WhenField label={t('From')} value={when} onChange={setWhen} />
          <p className="text-small text-ink-2">
            {t('It can be reopened. What was answered there stays, and reports of earlier days still show it.')}
          </p>
        </>
      )}
    </DirectoryFormDialog>
  )
}

function Managers({ task: { unit }, onClose }: TaskProps<'managers'>) {
  const [people, setPeople] = useState<{ id: string; name: string }[]>(unit.managers)
  const [when, setWhen] = useWhen()
  return (
    <DirectoryFormDialog
      title={t('Who manages {name}', { name: unit.name })}
      act={t('Save')}
      save={() => units.setManagers({ params: { id: unit.id }, body: { people: people.map(one => one.id), from: when } })}
      onClose={onClose}
    >
      {() => (
        <>
          <PeoplePicker
            label={t('Add a manager')}
            hint={t('Alerts of this unit go to them. Without a manager they go to the nearest one above.')}
            value={people}
            onChange={setPeople}
          />
          <WhenField label={t('From')} value={when} onChange={setWhen} />
        </>
      )}
    </DirectoryFormDialog>
  )
}

const todayHere = () => new Date().toLocaleDateString('en-CA')

const useWhen = () => useState<string>(todayHere)

/** Today, the first of next month, or any other day. */
function WhenField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const today = todayHere()
  const next = firstOfNextMonth(today)
  const choice = value === today ? 'today' : value === next ? 'next' : 'other'
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label={label}
        options={[
          { id: 'today', label: t('Today') },
          { id: 'next', label: t('Next month, {day}', { day: day(next) }) },
          { id: 'other', label: t('Another day') },
        ]}
        value={choice}
        onChange={id => onChange(id === 'today' ? today : id === 'next' ? next : plusDays(next, 1))}
      />
      {choice === 'other' && (
        <DatePicker label={t('Day')} labelHidden value={value} onChange={chosen => chosen && onChange(chosen)} />
      )}
    </div>
  )
}

// Any day that is neither of the two above: the field then asks for the right one.
