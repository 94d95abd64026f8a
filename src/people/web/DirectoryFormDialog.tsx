import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
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

/** A dialog with a form: says what the server refused, and closes when it was taken. */
export function DirectoryFormDialog({
  title,
  act,
  danger,
  missing,
  save,
  onClose,
  onSaved,
  wide,
  children,
}: DirectoryFormDialogProps) {
  const form = useId()
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => {
      onClose()
      onSaved?.()
    },
    onSettled: () => {
      for (const key of ['people', 'units', 'customer-accounts', 'teams', 'absences', 'activity'])
        void queries.invalidateQueries({ queryKey: [key] })
    },
    onError: () => {},
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      wide={wide}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'main'} type="submit" form={form} busy={saving.isPending} disabledReason={missing}>
            {act}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={event => {
          event.preventDefault()
          if (!missing) saving.mutate()
        }}
      >
        {children(fieldErrors(saving.error))}
        {saving.error && (
          <Notice tone="late" live title={explain(saving.error).title}>
            {explain(saving.error).detail}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
