import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import type { OrgSettings } from '../../orgSettings.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

type Retention = NonNullable<OrgSettings['retention']>

/** How long what is kept. */
export function KeepingSection({ org }: { org: Org }) {
  const change = useChangeOrg()
  const [retention, setRetention] = useState<Retention>(org.settings.retention ?? {})
  const set = (key: keyof Retention) => (days: number | null) =>
    setRetention(before => Object.fromEntries(Object.entries({ ...before, [key]: days }).filter(([, value]) => value !== null)))
  const kinds: [keyof Retention, string, string][] = [
    ['comments', t('Comments'), t('What customers wrote. Scores stay.')],
    ['contacts', t('Contacts without an answer'), t('Customers who were not heard from since.')],
    ['files', t('Attached files'), t('Evidence of contacts; what was said stays.')],
    ['activityDetails', t('Details of the record'), t('Who did what stays provable; names and values go.')],
    ['outbox', t('Sent mails'), t('Their words in the Outbox.')],
  ]
  return (
    <SettingsForm
      title={t('How long things are kept')}
      note={t('Days; empty = for ever')}
      change={change}
      onSave={() => change.mutate({ retention })}
    >
      <div className="grid grid-cols-2 gap-4 max-wide:grid-cols-1">
        {kinds.map(([key, label, hint]) => (
          <NumberField
            key={key}
            label={label}
            hint={hint}
            optional
            value={retention[key] ?? null}
            onChange={set(key)}
            min={30}
            max={36_500}
          />
        ))}
      </div>
    </SettingsForm>
  )
}
