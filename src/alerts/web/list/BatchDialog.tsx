import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { causes } from '../../../causes/web/client.ts'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { outcomes } from '../../alertOutcomes.ts'
import type { BatchWork } from '../../workContract.ts'
import { ColleagueChoice, useColleagueChoice } from '../ColleagueChoice.tsx'

interface BatchDialogProps {
  work: BatchWork['do']
  n: number
  busy: boolean
  error: Error | null
  onClose: () => void
  onGo: (work: BatchWork) => void
}

/** Asks for what many alerts need alike: to whom, which cause, how it ended. */
export function BatchDialog({ work, ...rest }: BatchDialogProps) {
  if (work === 'hand-over') return <HandMany {...rest} />
  return work === 'cause' ? <CauseMany {...rest} /> : <ResolveMany {...rest} />
}

type BatchStepProps = Omit<BatchDialogProps, 'work'>

const these = (n: number) => t('{n, plural, one {# alert} other {# alerts}}', { n })

function HandMany({ n, busy, error, onClose, onGo }: BatchStepProps) {
  const choice = useColleagueChoice([])
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      onClose={onClose}
      title={t('Who should take over {these}?', { these: these(n) })}
      submit={t('Give them over')}
      onSubmit={() => onGo({ do: 'hand-over', to: choice.to, reason })}
      busy={busy}
      disabledReason={
        choice.to === '' ? t('Say to whom.') : reason.trim() === '' && t('Say why, so that they can begin at once.')
      }
    >
      <ColleagueChoice choice={choice} seniors={[]} label={t('To')} error={error ? explain(error).detail : undefined} />
      <TextArea label={t('Why')} rows={2} maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

function CauseMany({ n, busy, onClose, onGo }: BatchStepProps) {
  const list = useQuery(causes.listCauses.query()).data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const options = list.filter(({ retired }) => !retired).map(({ id, path }) => ({ id, label: path.join(' › ') }))
  const cause = chosen ?? typed.trim()
  return (
    <FormDialog
      onClose={onClose}
      title={t('Why did {these} happen?', { these: these(n) })}
      submit={t('Name the cause')}
      onSubmit={() => onGo({ do: 'cause', causes: [cause] })}
      busy={busy}
      disabledReason={cause === '' && t('Choose or name a cause first.')}
    >
      <ComboBox
        label={t('Cause')}
        hint={t('It is added to those that were named before.')}
        options={options}
        value={chosen}
        onChange={setChosen}
        onCustom={setTyped}
      />
    </FormDialog>
  )
}

function ResolveMany({ n, busy, onClose, onGo }: BatchStepProps) {
  const [outcome, setOutcome] = useState<string>(outcomes.recovery[0]!.id)
  const [note, setNote] = useState('')
  return (
    <FormDialog
      onClose={onClose}
      title={t('How did {these} end?', { these: these(n) })}
      submit={t('Resolve')}
      onSubmit={() => onGo({ do: 'resolve', outcome, note })}
      busy={busy}
    >
      <p className="text-ink-2">{t('Those whose customer nobody has spoken with stay open, and are named.')}</p>
      <RadioGroup
        label={t('Outcome')}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.recovery.map(({ id, label }) => ({ id, label: t(label) }))}
      />
      <TextField label={t('In a few words')} optional value={note} onChange={setNote} maxLength={4000} />
    </FormDialog>
  )
}
