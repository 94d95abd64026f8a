import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { ComboBox } from '../../kit/web/ui/ComboBox.tsx'
import { CheckboxGroup } from '../../kit/web/ui/CheckboxGroup.tsx'
import { Select } from '../../kit/web/ui/Select.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { defaults } from '../orgSettings.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

// Each language by its own name.
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'tr', 'ar', 'he', 'hi', 'ja', 'zh'].map(id => ({
  id,
  label: new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id,
}))
const own = languages.filter(({ id }) => ['en', 'de', 'ar'].includes(id))

/** Name, zone and languages. */
export function NameSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [name, setName] = useState(org.name)
  const [zone, setZone] = useState<string | null>(org.settings.zone ?? defaults.zone)
  const [locale, setLocale] = useState(org.settings.locale ?? defaults.locale)
  const [locales, setLocales] = useState<string[]>(org.settings.locales ?? [defaults.locale])
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map(id => ({ id, label: id.replaceAll('_', ' ') }))
  return (
    <SettingsForm
      title={t('Name, time and languages')}
      change={change}
      onSave={() => change.mutate({ name, zone: zone ?? defaults.zone, locale, locales: locales.length ? locales : [locale] })}
    >
      <TextField
        label={t('Name')}
        value={name}
        onChange={setName}
        className="max-w-96"
        hint={t('Customers read it on questionnaires and mails.')}
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
