import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { fieldErrors } from '../../../kit/web/problem.ts'
import type { AlertDetail } from '../../contract.ts'
import { alerts } from '../client.ts'
import { ColleagueChoice, useColleagueChoice } from '../ColleagueChoice.tsx'
import { useStep } from '../useStep.ts'

/** Gives the alert to somebody above, or to another colleague, with the reason. */
export function HandOver({ alert, open, onClose }: { alert: AlertDetail; open: boolean; onClose: () => void }) {
  const choice = useColleagueChoice(alert.seniors)
  const [reason, setReason] = useState('')
  const hand = useStep(() => alerts.escalateAlert({ params: { id: alert.id }, body: { to: choice.to, reason } }))
  const { name } = choice
  const go = () =>
    hand.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t('Given to {name}', { name }))
      },
      onError: () => {},
    })
  const why = choice.to === '' ? t('Say to whom.') : reason.trim() === '' && t('Say why, so that they can begin at once.')
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('Who should take this over?')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Keep it')}
          </Button>
          <Button variant="main" busy={hand.isPending} disabledReason={why} onPress={go}>
            {name ? t('Give it to {name}', { name }) : t('Give it over')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink">
        <p className="text-ink-2">
          {t('It becomes theirs, with its promises. To ask for help and keep it, use “Ask a senior”.')}
        </p>
        <ColleagueChoice
          choice={choice}
          seniors={alert.seniors}
          label={t('To')}
          except={alert.owner.id}
          error={fieldErrors(hand.error)['to']}
        />
        <TextArea label={t('Why')} rows={2} maxLength={1000} value={reason} onChange={setReason} />
      </div>
    </Dialog>
  )
}
