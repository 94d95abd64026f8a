import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { type MemberAccess, AccessFields } from './AccessFields.tsx'
import { members } from '../client.ts'
import { fieldErrorOf } from '../formErrors.ts'

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [access, setAccess] = useState<MemberAccess>({ role: 'manager', units: null })
  const invite = useMutation({
    meta: { quiet: true },
    mutationFn: () => members.invite({ body: { email, ...access } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members'] }),
  })
  if (invite.data) {
    return (
      <Dialog open onClose={onClose} title={t('{email} is invited', { email })}>
        <CopyField
          label={t('A link to pass on')}
          value={invite.data.inviteUrl}
          hint={t('The invitation is mailed as well. It works for seven days.')}
        />
      </Dialog>
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('Invite a colleague')}
      submit={t('Invite')}
      onSubmit={() => invite.mutate()}
      busy={invite.isPending}
      disabledReason={!email.includes('@') && t('Type their address.')}
    >
      <TextField
        label={t('E-mail address')}
        type="email"
        value={email}
        onChange={setEmail}
        error={fieldErrorOf(invite.error, 'email')}
        autoFocus
        autoComplete="off"
      />
      <AccessFields label={t('Role')} value={access} onChange={setAccess} />
    </FormDialog>
  )
}
