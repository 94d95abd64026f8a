import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'

export interface DirectoryFormDialogProps {
  title: string
  /** What the button does: “Move”, “Add”. */
  act: string
  danger?: boolean
  /** Why it cannot be done yet. */
  missing?: string | false | null
  save: () => Promise<unknown>
  onClose: () => void
  onSaved?: () => void
  wide?: boolean
  children: (errors: Record<string, string>) => ReactNode
}

/** A form that changes the directory: says what the server refused, and closes when it was taken. */
export function DirectoryFormDialog({ act, missing, save, onSaved, children, ...dialog }: DirectoryFormDialogProps) {
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      dialog.onClose()
      onSaved?.()
    },
    onSettled: () => {
      for (const key of ['people', 'units', 'customer-accounts', 'teams', 'absences', 'activity'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
    onError: () => {},
  })
  return (
    <FormDialog {...dialog} submit={act} busy={saving.isPending} disabledReason={missing} onSubmit={() => saving.mutate()}>
      {children(fieldErrors(saving.error))}
      {saving.error && (
        <Notice tone="late" live title={explain(saving.error).title}>
          {explain(saving.error).detail}
        </Notice>
      )}
    </FormDialog>
  )
}
