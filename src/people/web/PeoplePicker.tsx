import { t } from '../../kit/i18n.ts'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { PersonField } from './PersonField.tsx'

interface NamedRef {
  id: string
  name: string
}

export interface PeoplePickerProps {
  label: string
  hint?: string
  value: readonly NamedRef[]
  onChange: (people: NamedRef[]) => void
}

/** Several people of the directory: each chosen one is a tag, the field takes the next. */
export const PeoplePicker = ({ label, hint, value, onChange }: PeoplePickerProps) => (
  <div className="flex flex-col gap-2">
    {value.length > 0 && (
      <ul className="flex flex-wrap gap-1.5" aria-label={t('Chosen')}>
        {value.map(person => (
          <li key={person.id}>
            <Tag onRemove={() => onChange(value.filter(one => one.id !== person.id))}>{person.name}</Tag>
          </li>
        ))}
      </ul>
    )}
    <PersonField
      key={value.length}
      label={label}
      hint={hint}
      kind="staff"
      value={null}
      onChange={person => person && !value.some(one => one.id === person.id) && onChange([...value, person])}
    />
  </div>
)
