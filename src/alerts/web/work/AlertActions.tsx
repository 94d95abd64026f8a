import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useShortcuts } from '../../../kit/web/keys.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { isClosed, nextStep } from '../../alert.ts'
import type { AlertDetail } from '../../contract.ts'
import { AskSenior } from './AskSenior.tsx'
import { HandOver } from './HandOver.tsx'
import { Presence } from './Presence.tsx'
import { useAcknowledge } from '../useStep.ts'
import { alertProgressOf } from '../alertCustomer.ts'

/** Reassign, and the one main button: what is to be done next. */
export function AlertActions({ alert }: { alert: AlertDetail }) {
  const [handing, setHanding] = useState(false)
  const [asking, setAsking] = useState(false)
  const acknowledge = useAcknowledge(alert.id)
  const may = useMay('alerts.work')
  const loop = alertProgressOf(alert)
  // What is part of another alert is worked on there.
  const open = may && !isClosed(alert.state) && !alert.mergedInto
  const step = open ? nextStep(loop) : null
  useShortcuts([
    { key: 'a', hint: t('Give it to somebody else'), run: () => open && setHanding(true) },
    { key: 'c', hint: t('Log a contact'), run: () => focusIn('contact') },
  ])
  return (
    <>
      <Presence id={alert.id} />
      {open && (
        <>
          <Button variant="quiet" kbd="A" className="max-wide:hidden" onPress={() => setHanding(true)}>
            {t('Give to …')}
          </Button>
          <Button variant="quiet" className="max-wide:hidden" onPress={() => setAsking(true)}>
            {t('Ask a senior')}
          </Button>
          <span className="wide:hidden">
            <Menu
              label={t('More')}
              entries={[
                { id: 'give', label: t('Give to …'), icon: 'people', onAction: () => setHanding(true) },
                { id: 'ask', label: t('Ask a senior'), icon: 'chat', onAction: () => setAsking(true) },
              ]}
            >
              <Button variant="quiet" icon="more" label={t('More')} />
            </Menu>
          </span>
        </>
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
      {asking && <AskSenior alert={alert} onClose={() => setAsking(false)} />}
      {handing && <HandOver alert={alert} open onClose={() => setHanding(false)} />}
    </>
  )
}

function focusIn(place: string): void {
  const box = document.getElementById(place)
  box?.scrollIntoView({ block: 'center' })
  box?.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
}
