import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { members } from './client.ts'
import type { Member } from './MemberRow.tsx'
import { unitsSlot } from './unitsSlot.ts'

/** Which units a member sees: all, or some with all below them. */
export function MemberUnits({ member, onClose }: { member: Member; onClose: () => void }) {
  const queries = useQueryClient()
  const [units, setUnits] = useState(member.units)
  const save = useMutation({
    mutationFn: () => members.changeMember({ params: { userId: member.userId }, body: { units } }),
    onSuccess: () => (void queries.invalidateQueries({ queryKey: ['members'] }), onClose()),
  })
  const { Field } = unitsSlot
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('What {name} sees', { name: member.name || member.email })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Cancel')}
          </Button>
          <Button variant="main" onPress={() => save.mutate()} busy={save.isPending}>
            {t('Save')}
          </Button>
        </>
      }
    >
      {Field ? (
        <Field
          label={t('Units')}
          hint={t('Without a choice: the whole organisation. With one: these units and all below them.')}
          value={units}
          onChange={setUnits}
        />
      ) : (
        t('Import units first; then you can choose among them.')
      )}
    </Dialog>
  )
}
