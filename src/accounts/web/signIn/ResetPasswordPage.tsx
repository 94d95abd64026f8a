import { pathTo } from '../../../kit/paths.ts'
import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain, fieldErrors } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { openConsole } from './openConsole.ts'
import { fitsAsPassword, NewPassword } from '../NewPassword.tsx'
import { SecondFactorStep } from './SecondFactorStep.tsx'
import { sessions } from '../session.ts'

export function ResetPasswordPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const [password, setPassword] = useState('')
  const [ticket, setTicket] = useState<string>()
  const reset = useMutation({
    meta: { quiet: true },
    mutationFn: () => sessions.resetPassword({ body: { token, password } }),
    onSuccess: step => (step.kind === 'second-factor' ? setTicket(step.ticket) : openConsole('/')),
  })
  const wrong = fieldErrors(reset.error)['password']
  const send = (event: FormEvent) => {
    event.preventDefault()
    reset.mutate()
  }
  if (ticket)
    return <SecondFactorStep ticket={ticket} onDone={() => openConsole('/')} onAgain={() => openConsole(pathTo('/sign-in'))} />
  return (
    <SignedOutLayout
      title={t('Choose a new password')}
      intro={t('All places where you are signed in now will be signed out.')}
      foot={<TextLink href={pathTo('/forgot-password')}>{t('Mail me another link')}</TextLink>}
    >
      <form onSubmit={send} className="grid gap-4">
        {reset.error && !wrong && (
          <Notice tone="late" live title={explain(reset.error).title}>
            {explain(reset.error).detail}
          </Notice>
        )}
        <NewPassword value={password} onChange={setPassword} error={wrong} />
        <div>
          <Button
            variant="main"
            type="submit"
            busy={reset.isPending}
            disabledReason={!fitsAsPassword(password) && t('Choose a password first.')}
          >
            {t('Save and sign in')}
          </Button>
        </div>
      </form>
    </SignedOutLayout>
  )
}
