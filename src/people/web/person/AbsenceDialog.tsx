import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { DateRange } from '../../../kit/web/ui/form/DateRange.tsx'
import { plusDays } from '../../period.ts'
import { type PersonDetail, people } from '../client.ts'
import { DirectoryFormDialog } from '../DirectoryFormDialog.tsx'
import { PersonField } from '../PersonField.tsx'

/** From the first day's beginning to the last day's end, as the clock of whoever enters it shows. */
const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString()
const endOf = (day: string) => startOf(plusDays(day, 1))

export function AbsenceDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const [days, setDays] = useState<{ from: string; to: string } | null>(null)
  const [delegate, setDelegate] = useState<{ id: string; name: string } | null>(null)
  const save = () =>
    people.addAbsence({
      params: { id: person.id },
      body: { from: startOf(days!.from), to: endOf(days!.to), delegate: delegate?.id ?? null },
    })
  return (
    <DirectoryFormDialog
      title={t('{name} is away', { name: person.label })}
      act={t('Add')}
      missing={!days && t('Choose the days first.')}
      save={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <DateRange label={t('First and last day')} value={days} onChange={setDays} error={errors['to']} />
          <PersonField
            label={t('Stands in')}
            hint={t('Takes over what falls due meanwhile. Without anybody, it goes to whoever comes next on the way up.')}
            optional
            kind="staff"
            value={delegate}
            onChange={setDelegate}
            except={person.id}
          />
        </>
      )}
    </DirectoryFormDialog>
  )
}
