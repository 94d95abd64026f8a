import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { RadioGroup } from '../../kit/web/ui/form/RadioGroup.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { PersonField } from '../../people/web/PersonField.tsx'
import type { AlertDetail } from '../contract.ts'

type Seniors = AlertDetail['seniors']

const other = 'other'

/** Who was chosen: `to` is an id or an e-mail, empty until somebody is. */
export function useColleagueChoice(seniors: Seniors) {
  const [chosen, choose] = useState(seniors[0]?.id ?? other)
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  const [email, setEmail] = useState('')
  const senior = seniors.find(({ id }) => id === chosen)
  const to = senior?.id ?? person?.id ?? email.trim()
  return { chosen, choose, person, setPerson, email, setEmail, to, name: senior?.name ?? person?.name ?? email.trim() }
}

interface ColleagueChoiceProps {
  choice: ReturnType<typeof useColleagueChoice>
  seniors: Seniors
  label: string
  except?: string
  error?: string | undefined
}

/** Those above first; anybody else is found in the directory, or named by e-mail where one may not look there. */
export function ColleagueChoice({ choice, seniors, label, except, error }: ColleagueChoiceProps) {
  const mayLook = useMay('people.read')
  const { chosen, choose, person, setPerson, email, setEmail } = choice
  const radios = seniors.map(({ id, name, role }) => ({
    id,
    label: name,
    detail: role ? t('manager of {unit}', { unit: role }) : t('owner of the organisation'),
  }))
  return (
    <>
      {seniors.length > 0 && (
        <RadioGroup
          label={label}
          value={chosen}
          onChange={choose}
          options={[...radios, { id: other, label: t('Another colleague') }]}
        />
      )}
      {chosen === other &&
        (mayLook ? (
          <PersonField label={t('Colleague')} kind="staff" value={person} onChange={setPerson} except={except} />
        ) : (
          <TextField label={t('E-mail')} type="email" value={email} onChange={setEmail} error={error} />
        ))}
    </>
  )
}
