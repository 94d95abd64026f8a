import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { CustomerAccountRow } from '../customerAccountContract.ts'
import { customerAccounts } from './client.ts'
import { DirectoryFormDialog } from './DirectoryFormDialog.tsx'
import { PersonField } from './PersonField.tsx'
import { SegmentsField } from './SegmentsField.tsx'

/** A new customer account, or one that changes. */
export function AccountDialog({ account, onClose }: { account: CustomerAccountRow | undefined; onClose: () => void }) {
  const [name, setName] = useState(account?.name ?? '')
  const [owner, setOwner] = useState(account?.owner ?? null)
  const [segments, setSegments] = useState(account?.segments ?? {})
  const body = { name, owner: owner?.id ?? null, segments }
  const save = () =>
    account
      ? customerAccounts.editCustomerAccount({ params: { id: account.id }, body })
      : customerAccounts.createCustomerAccount({ body })
  return (
    <DirectoryFormDialog
      title={account ? account.name : t('New customer account')}
      act={account ? t('Save') : t('Add')}
      missing={!name.trim() && t('Give it a name first.')}
      save={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <TextField label={t('Name')} value={name} onChange={setName} error={errors['name']} maxLength={200} />
          <PersonField
            label={t('Looked after by')}
            hint={t('Rules can send alerts about this account to them.')}
            optional
            kind="staff"
            value={owner}
            onChange={setOwner}
          />
          <SegmentsField value={segments} onChange={setSegments} />
        </>
      )}
    </DirectoryFormDialog>
  )
}
