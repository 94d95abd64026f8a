import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useShortcuts } from '../../kit/web/keys.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { isClosed, nextStep } from '../alert.ts'
import type { AlertWhole } from '../contract.ts'
import { HandOver } from './HandOver.tsx'
import { useAcknowledge } from './useStep.ts'
import { loopOf } from './who.ts'

/** Reassign, and the one main button: what is to be done next. */
export function AlertActions({ alert }: { alert: AlertWhole }) {
  const [handing, setHanding] = useState(false)
  const acknowledge = useAcknowledge(alert.id)
  const may = useMay('alerts.work')
  const loop = loopOf(alert)
  const step = may ? nextStep(loop) : null
  const closed = isClosed(alert.state)
  useShortcuts([
    { key: 'a', hint: t('Give it to somebody else'), run: () => may && !closed && setHanding(true) },
    { key: 'c', hint: t('Log a contact'), run: () => focusIn('contact') },
  ])
  return (
    <>
      {may && !closed && (
        <Button variant="quiet" kbd="A" className="max-wide:hidden" onPress={() => setHanding(true)}>
          {t('Give to …')}
        </Button>
      )}
      {step === 'acknowledge' && (
        <Button variant="main" busy={acknowledge.isPending} onPress={() => acknowledge.mutate()}>
          {t('I’ll take it')}
        </Button>
      )}
      {step === 'contact' && (
        <Button variant="main" icon="call" onPress={() => focusIn('contact')}>
          {loop.customer ? t('Call {name}', { name: loop.customer }) : t('Log a contact')}
        </Button>
      )}
      {handing && <HandOver alert={alert} open onClose={() => setHanding(false)} />}
    </>
  )
}

function focusIn(place: string): void {
  const box = document.getElementById(place)
  box?.scrollIntoView({ block: 'center' })
  box?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
}
