import { useId } from 'react'
import { t } from '../../../i18n.ts'
import { Button, type ButtonProps } from '../Button.tsx'
import { Dialog, type DialogProps } from './Dialog.tsx'

export interface FormDialogProps extends Omit<DialogProps, 'actions' | 'open'>, Pick<ButtonProps, 'busy' | 'disabledReason'> {
  open?: boolean
  /** What happens next: “Invite”. Enter in a field does the same. */
  submit: string
  onSubmit: () => void
  /** How one leaves without it: “Cancel”, unless the question asks for another word. */
  leave?: string
  /** It takes something away. */
  danger?: boolean
}

/** A dialog that asks for something, or for a yes, and then does it. */
export function FormDialog({
  open = true,
  submit,
  onSubmit,
  leave,
  danger,
  busy,
  disabledReason,
  children,
  ...rest
}: FormDialogProps) {
  const form = useId()
  const send = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (!busy && !disabledReason) onSubmit()
  }
  return (
    <Dialog
      {...rest}
      open={open}
      actions={
        <>
          <Button variant="quiet" onPress={rest.onClose}>
            {leave ?? t('Cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'main'} type="submit" form={form} busy={busy} disabledReason={disabledReason}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} className="grid gap-4" onSubmit={send}>
        {children}
      </form>
    </Dialog>
  )
}
