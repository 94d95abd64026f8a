import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { orgs, setup } from '../client.ts'
import type { ListedOrg } from '../../orgContract.ts'
import { fieldErrorOf } from '../formErrors.ts'

export function SuspendOrg({ org, onClose }: { org: ListedOrg; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const suspend = useMutation({
    mutationFn: () => orgs.suspendOrg({ params: { id: org.id }, body: { reason } }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Suspend {name}?', { name: org.name })}
      submit={t('Suspend')}
      onSubmit={() => suspend.mutate()}
      busy={suspend.isPending}
    >
      <p>{t('Nobody enters it and no questionnaire of it opens, until you open it again. Nothing is deleted.')}</p>
      <TextField
        label={t('Reason')}
        optional
        value={reason}
        onChange={setReason}
        hint={t('Only you and other operators read it.')}
      />
    </FormDialog>
  )
}

export function DeleteOrg({ org, onClose }: { org: ListedOrg; onClose: () => void }) {
  const days = useQuery(setup.setupNeeded.query()).data?.graceDays
  const [name, setName] = useState('')
  const remove = useMutation({
    meta: { quiet: true },
    mutationFn: () => orgs.deleteOrg({ params: { id: org.id }, body: { name } }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Delete {name}?', { name: org.name })}
      leave={t('Keep it')}
      danger
      submit={t('Delete')}
      onSubmit={() => remove.mutate()}
      busy={remove.isPending}
      disabledReason={name !== org.name && t('Type its name.')}
    >
      <p>
        {days !== undefined &&
          t(
            'It closes now. For {days, plural, one {# day} other {# days}} you can undo this; then everything it has is deleted for good. Export it first if somebody may need it.',
            { days },
          )}
      </p>
      <TextField
        label={t('Type its name: {name}', { name: org.name })}
        value={name}
        onChange={setName}
        error={fieldErrorOf(remove.error, 'name')}
        autoComplete="off"
      />
    </FormDialog>
  )
}
