import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import { toast } from '../../kit/web/toasts.ts'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import type { AlertDetail } from '../../alerts/contract.ts'
import { wall } from './client.ts'
import { ColleagueChoice, useColleagueChoice } from '../../alerts/web/ColleagueChoice.tsx'
import { useStep } from '../../alerts/web/useStep.ts'

/** Thanks one colleague, in the console and by mail, with the customer's own words. */
export function ThankDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const choice = useColleagueChoice([])
  const [message, setMessage] = useState('')
  const thank = useStep(() => wall.thankColleague({ params: { id: alert.id }, body: { to: choice.to, message } }))
  const go = () =>
    thank.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t('{name} hears it', { name: choice.name }))
      },
    })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Whom was this about?')}
      submit={choice.name ? t('Thank {name}', { name: choice.name }) : t('Thank')}
      onSubmit={go}
      busy={thank.isPending}
      disabledReason={choice.to === '' && t('Say whom.')}
    >
      {alert.said && <CustomerQuote text={alert.said} size="read" />}
      <ColleagueChoice choice={choice} seniors={[]} label={t('Colleague')} />
      <TextArea label={t('Your own words')} optional rows={2} maxLength={1000} value={message} onChange={setMessage} />
    </FormDialog>
  )
}
