import { pathTo } from '../../kit/paths.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { nextStep } from '../alert.ts'
import type { AlertItem } from '../contract.ts'
import { placeOf, useAcknowledge } from './useStep.ts'
import { alertProgressOf } from './alertCustomer.ts'

/** The one thing to do next with an alert in a list. */
export function NextButton({ alert, main }: { alert: AlertItem; main?: boolean }) {
  const acknowledge = useAcknowledge(alert.id)
  const navigate = useNavigate()
  const may = useMay('alerts.work')
  const step = nextStep(alertProgressOf(alert))
  const look = { size: 'small', variant: main ? 'main' : 'plain' } as const
  if (step === null || !may)
    return (
      <LinkButton href={pathTo('/alerts/$id', { id: alert.id })} size="small">
        {t('Open')}
      </LinkButton>
    )
  if (step === 'acknowledge') {
    return (
      <Button {...look} busy={acknowledge.isPending} onPress={() => acknowledge.mutate()}>
        {t('I’ll take it')}
      </Button>
    )
  }
  const go = () => void navigate({ href: pathTo('/alerts/$id', { id: alert.id }), hash: placeOf[step] })
  return (
    <Button {...look} icon={step === 'contact' ? 'call' : undefined} onPress={go}>
      {step === 'contact' ? t('Call') : t('Resolve')}
    </Button>
  )
}
