import { pathTo } from '../../../kit/paths.ts'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { openConsole } from './openConsole.ts'
import { SecondFactorStep } from './SecondFactorStep.tsx'
import { sessions } from '../session.ts'

/** Where the link in a mail leads. It is spent by a press, not by opening it: scanners of mail open links too. */
export function LinkPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const [ticket, setTicket] = useState<string>()
  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: () => sessions.signInWithLink({ body: { token } }),
    onSuccess: step => (step.kind === 'second-factor' ? setTicket(step.ticket) : openConsole('/')),
  })
  if (ticket)
    return <SecondFactorStep ticket={ticket} onDone={() => openConsole('/')} onAgain={() => openConsole(pathTo('/sign-in'))} />
  return (
    <SignedOutLayout
      title={t('Sign in with your link')}
      intro={t('One press and you are in.')}
      foot={<TextLink href={pathTo('/sign-in')}>{t('Sign in another way')}</TextLink>}
    >
      <div className="grid justify-items-start gap-4">
        {enter.error && (
          <Notice tone="late" live title={explain(enter.error).title}>
            {explain(enter.error).detail}
          </Notice>
        )}
        <Button variant="main" onPress={() => enter.mutate()} busy={enter.isPending} autoFocus>
          {t('Sign in')}
        </Button>
      </div>
    </SignedOutLayout>
  )
}
