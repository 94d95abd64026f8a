import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { NumberField } from '../../kit/web/ui/NumberField.tsx'
import { TextArea } from '../../kit/web/ui/TextArea.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { defaults } from '../orgSettings.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

/** Who mails come from, and how often one person may get a questionnaire. */
export function SenderSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [name, setName] = useState(org.settings.sender?.name ?? '')
  const [address, setAddress] = useState(org.settings.sender?.address ?? '')
  const [postal, setPostal] = useState(org.settings.address ?? '')
  const [every, setEvery] = useState<number | null>(org.settings.contactEveryDays ?? defaults.contactEveryDays)
  const sender = { ...(name && { name }), ...(address && { address }) }
  return (
    <SettingsForm
      title={t('Mails')}
      change={change}
      onSave={() =>
        change.mutate({ sender: Object.keys(sender).length ? sender : null, address: postal || null, contactEveryDays: every })
      }
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
        className="max-w-96"
        hint={t('Its domain must allow this server to send (SPF, DKIM, DMARC); else mails end up as spam.')}
      />
      <TextArea
        label={t('Postal address')}
        optional
        value={postal}
        onChange={setPostal}
        rows={2}
        className="max-w-96"
        hint={t('Stands at the foot of mails to customers; many countries ask for it.')}
      />
      <NumberField
        label={t('Days between two questionnaires to one person')}
        value={every}
        onChange={setEvery}
        min={0}
        max={3650}
        className="max-w-96"
        hint={t('Holds across all surveys. 0 switches the rule off.')}
      />
    </SettingsForm>
  )
}
