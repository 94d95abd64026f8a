import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { causes } from './client.ts'

/** A cause that gets a name: a new one, or (with `id`) one that has another. */
export interface CauseDraft {
  id?: string
  name?: string
  parentId: string | null
  /** The name of the cause it comes under. */
  below?: string
}

export function CauseDialog({ naming, onClose }: { naming: CauseDraft; onClose: () => void }) {
  const [name, setName] = useState(naming.name ?? '')
  const queries = useQueryClient()
  const save = useMutation<unknown>({
    mutationFn: () =>
      naming.id
        ? causes.changeCause({ params: { id: naming.id }, body: { name } })
        : causes.createCause({ body: { name, parentId: naming.parentId } }),
    onSuccess: onClose,
    onSettled: () => queries.invalidateQueries({ queryKey: ['causes'] }),
    onError: () => {},
  })
  const title = naming.id
    ? t('Rename “{name}”', { name: naming.name ?? '' })
    : naming.below
      ? t('A cause below “{name}”', { name: naming.below })
      : t('New cause')
  const wrong = save.error && (fieldErrors(save.error)['name'] ?? explain(save.error).detail)
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      submit={naming.id ? t('Rename') : t('Add')}
      onSubmit={() => save.mutate()}
      busy={save.isPending}
      disabledReason={name.trim() === '' && t('Give it a name first.')}
    >
      <TextField
        label={t('Name')}
        hint={t('What happened, in a few words: “Call-back not kept”.')}
        value={name}
        onChange={setName}
        error={wrong}
        maxLength={200}
        autoFocus
      />
    </FormDialog>
  )
}
