import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { alerts } from '../client.ts'
import { useStep } from '../useStep.ts'

/** Go on with a closed alert; whoever reads it later wants to know why. */
export function Reopen({ alert }: { alert: { id: string } }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const close = () => setOpen(false)
  const reopen = useStep(() => alerts.reopenAlert({ params: { id: alert.id }, body: { reason } }))
  const go = () => reopen.mutate(undefined, { onSuccess: close })
  return (
    <>
      <Button icon="undo" onPress={() => setOpen(true)}>
        {t('Reopen')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={t('Reopen this alert?')}
        actions={
          <>
            <Button variant="quiet" onPress={close}>
              {t('Leave it closed')}
            </Button>
            <Button
              variant="main"
              busy={reopen.isPending}
              disabledReason={reason.trim() === '' && t('Say why first.')}
              onPress={go}
            >
              {t('Reopen')}
            </Button>
          </>
        }
      >
        <p className="mb-3">{t('The customer waits again: it is to be taken, spoken about and resolved anew.')}</p>
        <TextField label={t('Why')} value={reason} onChange={setReason} maxLength={1000} autoFocus />
      </Dialog>
    </>
  )
}
