import { type ReactNode, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

/** Whom the organisation's mails come from; `children` judges the address while it is being typed. */
export function SenderSection({ org, children }: { org: Org; children: (address: string) => ReactNode }) {
  const change = useChangeOrg()
  const [name, setName] = useState(org.settings.sender?.name ?? '')
  const [address, setAddress] = useState(org.settings.sender?.address ?? '')
  const sender = { ...(name.trim() && { name: name.trim() }), ...(address.trim() && { address: address.trim() }) }
  return (
    <>
      <SettingsForm
        title={t('Sender')}
        note={t('Whom your mails come from')}
        change={change}
        onSave={() => change.mutate({ sender: Object.keys(sender).length ? sender : null })}
      >
        <TextField
          label={t('Sender’s name')}
          optional
          value={name}
          onChange={setName}
          placeholder={org.name}
          className="max-w-96"
        />
        <TextField
          label={t('Sender’s address')}
          optional
          type="email"
          value={address}
          onChange={setAddress}
          hint={t('Without one, mail comes from the installation’s own address. Check yours below before you save it.')}
          className="max-w-96"
        />
      </SettingsForm>
      {children(address)}
    </>
  )
}
