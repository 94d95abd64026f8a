import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { RadioGroup } from '../../kit/web/ui/RadioGroup.tsx'
import { TextArea } from '../../kit/web/ui/TextArea.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { toast } from '../../kit/web/ui/toasts.ts'
import { fieldErrors } from '../../kit/web/problem.ts'
import type { AlertWhole } from '../contract.ts'
import { alerts } from './client.ts'
import { useStep } from './useStep.ts'

const other = 'other'

/** Gives the alert to somebody above, or to a colleague by e-mail, with the reason. */
export function HandOver({ alert, open, onClose }: { alert: AlertWhole; open: boolean; onClose: () => void }) {
  const [to, setTo] = useState(alert.seniors[0]?.id ?? other)
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const hand = useStep(() => alerts.escalateAlert({ params: { id: alert.id }, body: { to: to === other ? email : to, reason } }))
  const name = alert.seniors.find(({ id }) => id === to)?.name ?? email
  const go = () =>
    hand.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t('Given to {name}', { name }))
      },
      onError: () => {},
    })
  const why =
    to === other && email.trim() === ''
      ? t('Say to whom.')
      : reason.trim() === '' && t('Say why, so that they can begin at once.')
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
        <RadioGroup
          label={t('To')}
          value={to}
          onChange={setTo}
          options={[
            ...alert.seniors.map(({ id, name, role }) => ({
              id,
              label: name,
              detail: role ? t('manager of {unit}', { unit: role }) : t('owner of the organisation'),
            })),
            { id: other, label: t('Another colleague') },
          ]}
        />
        {to === other && (
          <TextField label={t('E-mail')} type="email" value={email} onChange={setEmail} error={fieldErrors(hand.error)['to']} />
        )}
        <TextArea label={t('Why')} rows={2} maxLength={1000} value={reason} onChange={setReason} />
      </div>
    </Dialog>
  )
}
