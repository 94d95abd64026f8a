import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { members } from '../client.ts'
import type { Member } from '../../memberContract.ts'
import { UnitsChoice } from './UnitsChoice.tsx'

/** Which units a member sees: all, or some with all below them. */
export function MemberUnits({ member, onClose }: { member: Member; onClose: () => void }) {
  const queries = useQueryClient()
  const [units, setUnits] = useState(member.units)
  const save = useMutation({
    mutationFn: () => members.changeMember({ params: { userId: member.userId }, body: { units } }),
    onSuccess: () => (void queries.invalidateQueries({ queryKey: ['members'] }), onClose()),
  })
  return (
    <FormDialog
      onClose={onClose}
      title={t('What {name} sees', { name: member.name || member.email })}
      submit={t('Save')}
      onSubmit={() => save.mutate()}
      busy={save.isPending}
    >
      <UnitsChoice value={units} onChange={setUnits} />
    </FormDialog>
  )
}
