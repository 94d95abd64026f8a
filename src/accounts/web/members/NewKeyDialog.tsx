import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { type MemberAccess, AccessFields } from './AccessFields.tsx'
import { keys } from '../client.ts'
import { fieldErrorOf } from '../formErrors.ts'

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [access, setAccess] = useState<MemberAccess>({ role: 'viewer', units: null })
  const [until, setUntil] = useState<string | null>(null)
  const create = useMutation({
    meta: { quiet: true },
    mutationFn: () => keys.createKey({ body: { name, ...access, expiresAt: until && `${until}T23:59:59Z` } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  })
  if (create.data) {
    return (
      <Dialog open onClose={onClose} keepOpen title={t('The key “{name}” is ready', { name })}>
        <CopyField label={t('API key')} value={create.data.apiKey} hint={t('Shown this once. We keep only a hash of it.')} />
      </Dialog>
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('New API key')}
      submit={t('Make the key')}
      onSubmit={() => create.mutate()}
      busy={create.isPending}
      disabledReason={!name.trim() && t('Give it a name.')}
    >
      <TextField
        label={t('Name')}
        hint={t('What uses it, so that you dare to revoke it one day.')}
        value={name}
        onChange={setName}
        error={fieldErrorOf(create.error, 'name')}
        autoFocus
      />
      <AccessFields label={t('May do as much as')} value={access} onChange={setAccess} />
      <DatePicker
        label={t('Works until')}
        optional
        value={until}
        onChange={setUntil}
        error={fieldErrorOf(create.error, 'expiresAt', false)}
      />
    </FormDialog>
  )
}
