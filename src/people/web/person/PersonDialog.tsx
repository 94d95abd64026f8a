import { pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { ApiError } from '../../../kit/web/problem.ts'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { customerAccounts, type PersonDetail, people } from '../client.ts'
import { DirectoryFormDialog } from '../DirectoryFormDialog.tsx'
import { PersonField } from '../PersonField.tsx'
import { SegmentsField } from '../SegmentsField.tsx'
import { UnitField } from '../UnitField.tsx'

const blank = { name: '', email: '', externalId: '', title: '', phone: '', locale: '', kind: 'contact' as 'staff' | 'contact' }

/** A new person, or (with `person`) one of whom something changes. */
export function PersonDialog({ person, onClose }: { person?: PersonDetail; onClose: () => void }) {
  const navigate = useNavigate()
  const mayErase = useMay('people.erase')
  const [values, setValues] = useState(() => (person ? valuesOf(person) : blank))
  const [unit, setUnit] = useState(person?.units[0]?.id ?? null)
  const [account, setAccount] = useState(person?.account?.id ?? null)
  const [manager, setManager] = useState(person?.manager ?? null)
  const [segments, setSegments] = useState(person?.segments ?? {})
  const [erased, setErased] = useState(false)
  const [lift, setLift] = useState(false)
  const set = (field: keyof typeof blank) => (value: string) => setValues(before => ({ ...before, [field]: value }))
  const field = (name: keyof typeof blank, label: string, errors: Record<string, string>, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={values[name]}
      onChange={set(name)}
      error={errors[name]}
      maxLength={200}
      optional
    />
  )
  const save = async () => {
    const body = {
      ...bodyOf(values),
      segments,
      account,
      manager: manager?.id ?? null,
      ...unitsOf(person, unit),
      ...(lift && { liftErasure: true }),
    }
    if (person) return people.editPerson({ params: { id: person.id }, body }).catch(refused)
    const { id } = await people.createPerson({ body }).catch(refused)
    return navigate({ href: pathTo('/people/$id', { id }) })
  }
  const refused = (error: unknown): never => {
    setErased(error instanceof ApiError && error.code === 'erased_on_request')
    throw error
  }
  return (
    <DirectoryFormDialog
      title={person ? t('Change {name}', { name: person.label }) : t('New person')}
      act={person ? t('Save') : t('Add')}
      missing={!values.email.trim() && !values.externalId.trim() && t('Give an e-mail address or a number.')}
      save={save}
      onClose={onClose}
      wide
    >
      {errors => (
        <div className="grid grid-cols-2 gap-4 max-wide:grid-cols-1">
          {field('name', t('Name'), errors)}
          {field('email', t('E-mail'), errors)}
          {field('externalId', t('Number in other systems'), errors)}
          {field('title', t('Position'), errors)}
          {field('phone', t('Phone'), errors)}
          {field('locale', t('Language'), errors, t('As in en or de-AT'))}
          <RadioGroup
            label={t('Kind')}
            options={[
              { id: 'staff', label: t('Staff: owns alerts, manages units') },
              { id: 'contact', label: t('Contact: a customer who answers') },
            ]}
            value={values.kind}
            onChange={set('kind') as (kind: 'staff' | 'contact') => void}
          />
          <UnitField label={t('Unit')} optional value={unit} onChange={setUnit} />
          {values.kind === 'staff' ? (
            <PersonField
              label={t('Reports to')}
              optional
              kind="staff"
              value={manager}
              onChange={setManager}
              except={person?.id}
            />
          ) : (
            <AccountField value={account} onChange={setAccount} />
          )}
          {erased && mayErase && (
            <div className="col-span-full">
              <Checkbox checked={lift} onChange={setLift}>
                {t('They asked to be here again')}
              </Checkbox>
            </div>
          )}
          <div className="col-span-full">
            <SegmentsField value={segments} onChange={setSegments} />
          </div>
        </div>
      )}
    </DirectoryFormDialog>
  )
}

function AccountField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { data, isPending } = useQuery(customerAccounts.listCustomerAccounts.query({ query: { limit: 200 } }))
  const options = (data?.items ?? []).map(account => ({ id: account.id, label: account.name, detail: account.owner?.name }))
  return (
    <ComboBox
      key={isPending ? 'loading' : 'here'}
      label={t('Customer account')}
      optional
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}

const valuesOf = (person: PersonDetail): typeof blank => ({
  name: person.name,
  email: person.email ?? '',
  externalId: person.externalId ?? '',
  title: person.title ?? '',
  phone: person.phone ?? '',
  locale: person.locale ?? '',
  kind: person.kind,
})

const bodyOf = ({ name, kind, ...rest }: typeof blank) => ({
  name,
  kind,
  email: rest.email.trim() || null,
  externalId: rest.externalId.trim() || null,
  title: rest.title.trim() || null,
  phone: rest.phone.trim() || null,
  locale: rest.locale.trim() || null,
})

// The form shows the first unit; whoever has several keeps the others.
function unitsOf(person: PersonDetail | undefined, unit: string | null) {
  if (unit === (person?.units[0]?.id ?? null)) return {}
  const others = (person?.units.slice(1) ?? []).map(one => ({ unit: one.id, role: one.role }))
  return { units: unit ? [{ unit, role: 'member' as const }, ...others.filter(one => one.unit !== unit)] : others }
}
