import { t } from '../../../kit/i18n.ts'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { type Role, roles } from '../../permissions.ts'
import { roleWords } from '../roleWords.ts'
import { useSession } from '../session.ts'
import { UnitsChoice } from './UnitsChoice.tsx'

export interface MemberAccess {
  role: Role
  /** Ids of unit subtrees; null = the whole organisation. */
  units: string[] | null
}

/** What a colleague or a key may do, and where. */
export function AccessFields({
  label,
  value,
  onChange,
}: {
  label: string
  value: MemberAccess
  onChange: (access: MemberAccess) => void
}) {
  const mayOwn = useSession()?.org?.role === 'owner'
  const whyNot = (role: Role) => role === 'owner' && !mayOwn && t('Only owners make owners.')
  return (
    <>
      <Select
        label={label}
        value={value.role}
        onChange={role => onChange({ ...value, role })}
        options={roles.map(id => ({ id, ...roleWords(id), disabledReason: whyNot(id) }))}
      />
      <UnitsChoice value={value.units} onChange={units => onChange({ ...value, units })} />
    </>
  )
}
