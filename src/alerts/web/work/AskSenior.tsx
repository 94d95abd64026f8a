import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { fieldErrors } from '../../../kit/web/problem.ts'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { AlertDetail } from '../../contract.ts'
import { alertWork } from '../client.ts'
import { ColleagueChoice, useColleagueChoice } from '../ColleagueChoice.tsx'
import { useStep } from '../useStep.ts'

/** Asks somebody above for help. Unlike handing over, the alert and its promises stay with their owner. */
export function AskSenior({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const choice = useColleagueChoice(alert.seniors)
  const [question, setQuestion] = useState('')
  const ask = useStep(() => alertWork.askForHelp({ params: { id: alert.id }, body: { to: choice.to, question } }))
  const go = () =>
    ask.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t('{name} is asked; it stays with {owner}', { name: choice.name, owner: alert.owner.name }))
      },
      onError: () => {},
    })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Ask a senior')}
      submit={choice.name ? t('Ask {name}', { name: choice.name }) : t('Ask')}
      onSubmit={go}
      busy={ask.isPending}
      disabledReason={choice.to === '' ? t('Say whom.') : question.trim() === '' && t('Write the question first.')}
    >
      <p className="text-ink-2">
        {t('It stays with {owner}, and so do its promises. Whoever is asked may read it and answer here.', {
          owner: alert.owner.name,
        })}
      </p>
      <ColleagueChoice
        choice={choice}
        seniors={alert.seniors}
        label={t('Whom')}
        except={alert.owner.id}
        error={fieldErrors(ask.error)['to']}
      />
      <TextArea label={t('Question')} rows={3} maxLength={2000} value={question} onChange={setQuestion} />
    </FormDialog>
  )
}
