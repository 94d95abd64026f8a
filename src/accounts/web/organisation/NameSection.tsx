import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { CheckboxGroup } from '../../../kit/web/ui/form/CheckboxGroup.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { defaults } from '../../orgSettings.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

// Each language by its own name.
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'tr', 'ar', 'he', 'hi', 'ja', 'zh'].map(id => ({
  id,
  label: new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id,
}))
const own = languages.filter(({ id }) => ['en', 'de', 'ar'].includes(id))

/** Name, address, zone and languages. */
export function NameSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [name, setName] = useState(org.name)
  const [postal, setPostal] = useState(org.settings.address ?? '')
  const [zone, setZone] = useState<string | null>(org.settings.zone ?? defaults.zone)
  const [locale, setLocale] = useState(org.settings.locale ?? defaults.locale)
  const [locales, setLocales] = useState<string[]>(org.settings.locales ?? [defaults.locale])
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map(id => ({ id, label: id.replaceAll('_', ' ') }))
  return (
    <SettingsForm
      title={t('Name, time and languages')}
      change={change}
      onSave={() =>
        change.mutate({
          name,
          address: postal || null,
          zone: zone ?? defaults.zone,
          locale,
          locales: locales.length ? locales : [locale],
        })
      }
    >
      <TextField
        label={t('Name')}
        value={name}
        onChange={setName}
        className="max-w-96"
        hint={t('Customers read it on questionnaires and mails.')}
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
      <ComboBox label={t('Time zone')} options={zones} value={zone} onChange={setZone} className="max-w-96" />
      <Select
        label={t('Language of mails and of the console')}
        options={own}
        value={locale}
        onChange={setLocale}
        className="max-w-96"
      />
      <CheckboxGroup
        label={t('Languages of questionnaires')}
        options={languages.filter(
          ({ id }) => own.some(o => o.id === id) || locales.includes(id) || ['fr', 'es', 'it', 'tr', 'pl'].includes(id),
        )}
        value={locales}
        onChange={setLocales}
      />
    </SettingsForm>
  )
}
