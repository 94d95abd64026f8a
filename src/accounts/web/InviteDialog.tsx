import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CopyField } from '../../kit/web/ui/CopyField.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Select } from '../../kit/web/ui/Select.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { type Role, roles } from '../permissions.ts'
import { members } from './client.ts'
import { roleWords } from './roleWords.ts'
import { useSession } from './session.ts'
import { unitsSlot } from './unitsSlot.ts'

export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const queries = useQueryClient()
  const me = useSession()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('manager')
  const [units, setUnits] = useState<string[] | null>(null)
  const invite = useMutation({
    meta: { quiet: true },
    mutationFn: () => members.invite({ body: { email, role, units } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members'] }),
  })
  const close = () => {
    invite.reset()
    setEmail('')
    onClose()
  }
  const error = fieldErrors(invite.error)['email'] ?? (invite.error && explain(invite.error).detail)
  const { Field } = unitsSlot
  if (invite.data) {
    return (
      <Dialog open={open} onClose={close} title={t('{email} is invited', { email })}>
        <CopyField
          label={t('A link to pass on')}
          value={invite.data.inviteUrl}
          hint={t('The invitation is mailed as well. It works for seven days.')}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('Invite a colleague')}
      actions={
        <>
          <Button variant="quiet" onPress={close}>
            {t('Cancel')}
          </Button>
          <Button
            variant="main"
            type="submit"
            form="invite"
            busy={invite.isPending}
            disabledReason={!email.includes('@') && t('Type their address.')}
          >
            {t('Invite')}
          </Button>
        </>
      }
    >
      <form
        id="invite"
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <TextField
          label={t('E-mail address')}
          type="email"
          value={email}
          onChange={setEmail}
          error={error}
          autoFocus
          autoComplete="off"
        />
        <Select
          label={t('Role')}
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
      </form>
    </Dialog>
  )
}
