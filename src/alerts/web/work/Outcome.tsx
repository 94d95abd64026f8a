import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { moment } from '../../../kit/words.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { useShortcuts } from '../../../kit/web/keys.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { CustomerQuote } from '../../../kit/web/ui/CustomerQuote.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { isClosed, whyNotResolve } from '../../alert.ts'
import type { AlertDetail } from '../../contract.ts'
import { outcomeLabel, outcomes } from '../../alertOutcomes.ts'
import { alerts } from '../client.ts'
import { Reopen } from './Reopen.tsx'
import { useStep } from '../useStep.ts'
import { alertProgressOf, nameOf } from '../alertCustomer.ts'

/** How it ended. Resolve stands there from the beginning, with what is still missing beside it. */
export const Outcome = ({ alert }: { alert: AlertDetail }) => (
  <section aria-label={t('Outcome')}>
    <h2 className="font-strong">{t('Outcome')}</h2>
    {isClosed(alert.state) ? <Ended alert={alert} /> : <Resolve alert={alert} />}
  </section>
)

const Ended = ({ alert }: { alert: AlertDetail }) => (
  <div className="mt-2 grid justify-items-start gap-3">
    <State kind="good">{t(outcomeLabel(alert.outcome ?? ''))}</State>
    {alert.outcomeNote && <p className="whitespace-pre-line text-ink-2">{alert.outcomeNote}</p>}
    <Confirmed alert={alert} />
    <Reopen alert={alert} />
  </div>
)

/** The customer's own word, or that it is awaited. */
function Confirmed({ alert }: { alert: AlertDetail }) {
  const now = useNow()
  const { asked, state } = alert
  if (state === 'confirmed')
    return (
      <div>
        <State kind="kept">{t('{name} confirms that it is settled', { name: nameOf(alert) })}</State>
        {asked?.words && <CustomerQuote text={asked.words} size="read" className="mt-1" />}
      </div>
    )
  if (!asked || asked.answeredAt) return null
  return <State kind="paused">{t('Asked whether it is settled {when}; no answer yet', { when: moment(asked.at, now) })}</State>
}

function Resolve({ alert }: { alert: AlertDetail }) {
  const loop = alertProgressOf(alert)
  const offered = outcomes[alert.kind].filter(
    ({ id }) => id !== 'not-reached' || (loop.customer !== null && loop.attempts > 0 && alert.state !== 'contacted'),
  )
  const [outcome, setOutcome] = useState(offered[0]!.id)
  const [note, setNote] = useState('')
  const resolve = useStep(() => alerts.resolveAlert({ params: { id: alert.id }, body: { outcome, note } }))
  const why = useMay('alerts.work') ? whyNotResolve(loop, outcome) : t('Your role may read alerts, not work on them.')
  const go = () =>
    !why &&
    !resolve.isPending &&
    resolve.mutate(undefined, { onSuccess: () => toast(t('Resolved: {name}', { name: nameOf(alert) })) })
  useShortcuts([{ key: 'e', hint: t('Resolve'), run: go }])
  return (
    <div className="mt-2 grid gap-3">
      <RadioGroup
        label={t('Outcome')}
        labelHidden
        value={outcome}
        onChange={setOutcome}
        options={offered.map(({ id, label }) => ({ id, label: t(label) }))}
      />
      <TextField label={t('In a few words')} optional value={note} onChange={setNote} maxLength={4000} />
      <Button
        kbd="E"
        disabledReason={why}
        busy={resolve.isPending}
        onPress={go}
        variant={alert.state === 'contacted' ? 'main' : 'plain'}
        className="justify-self-start"
      >
        {t('Resolve')}
      </Button>
    </div>
  )
}
