import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CopyField } from '../../kit/web/ui/CopyField.tsx'
import { DatePicker } from '../../kit/web/ui/DatePicker.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Select } from '../../kit/web/ui/Select.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { type Role, roles } from '../permissions.ts'
import { keys } from './client.ts'
import { roleWords } from './roleWords.ts'
import { useSession } from './session.ts'
import { unitsSlot } from './unitsSlot.ts'

export function NewKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const queries = useQueryClient()
  const me = useSession()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [units, setUnits] = useState<string[] | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const create = useMutation({
    meta: { quiet: true },
    mutationFn: () => keys.createKey({ body: { name, role, units, expiresAt: until && `${until}T23:59:59Z` } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  const close = () => {
    create.reset()
    setName('')
    onClose()
  }
  const wrong = fieldErrors(create.error)
  const { Field } = unitsSlot
  if (create.data) {
    return (
      <Dialog open={open} onClose={close} keepOpen title={t('The key “{name}” is ready', { name })}>
        <CopyField label={t('API key')} value={create.data.apiKey} hint={t('Shown this once. We keep only a hash of it.')} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('New API key')}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            {t('Cancel')}
          </Button>
          <Button
            variant="main"
            type="submit"
            form="new-key"
            busy={create.isPending}
            disabledReason={!name.trim() && t('Give it a name.')}
          >
            {t('Make the key')}
          </Button>
        </>
      }
    >
      <form
        id="new-key"
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <TextField
          label={t('Name')}
          hint={t('What uses it, so that you dare to revoke it one day.')}
          value={name}
          onChange={setName}
          error={wrong['name'] ?? (create.error && Object.keys(wrong).length === 0 && explain(create.error).detail)}
          autoFocus
        />
        <Select
          label={t('May do as much as')}
          value={role}
          onChange={setRole}
          options={roles.map(id => ({
            id,
            ...roleWords(id),
            disabledReason: id === 'owner' && me?.org?.role !== 'owner' ? t('Only owners make owners.') : undefined,
          }))}
        />
        {Field && (
          <Field
            label={t('Units')}
            hint={t('Without a choice: the whole organisation. With one: these units and all below them.')}
            value={units}
            onChange={setUnits}
          />
        )}
        <DatePicker label={t('Works until')} optional value={until} onChange={setUntil} error={wrong['expiresAt']} />
      </form>
    </Dialog>
  )
}
