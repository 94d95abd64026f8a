import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Redirect } from '../../../kit/web/Redirect.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { setup } from '../client.ts'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { openConsole } from './openConsole.ts'
import { SecondFactorStep } from './SecondFactorStep.tsx'
import { sessions } from '../session.ts'

/** Address and password, or a link by mail; then the second factor, where there is one. */
export function SignInPage() {
  const state = useQuery(setup.setupNeeded.query())
  const [ticket, setTicket] = useState<string>()
  if (state.data?.needed) return <Redirect href={pathTo('/welcome')} />
  if (ticket) return <SecondFactorStep ticket={ticket} onDone={() => openConsole()} onAgain={() => setTicket(undefined)} />
  return <FirstStep onTicket={setTicket} openSignup={state.data?.openSignup ?? false} />
}

function FirstStep({ onTicket, openSignup }: { onTicket: (ticket: string) => void; openSignup: boolean }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    meta: { quiet: true },
    mutationFn: () => sessions.signIn({ body: { email, password } }),
    onSuccess: step => (step.kind === 'second-factor' ? onTicket(step.ticket) : openConsole()),
  })
  const link = useMutation({ mutationFn: () => sessions.askForLink({ body: { email } }) })
  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <SignedOutLayout
      title={t('Sign in')}
      foot={
        <>
          <TextLink href={pathTo('/forgot-password')}>{t('Forgot your password?')}</TextLink>
          {openSignup && <TextLink href={pathTo('/sign-up')}>{t('Open an organisation')}</TextLink>}
        </>
      }
    >
      <form onSubmit={send} className="mt-5 grid gap-4">
        {signIn.error && (
          <Notice tone="late" live title={explain(signIn.error).title}>
            {explain(signIn.error).detail}
          </Notice>
        )}
        <TextField
          label={t('E-mail address')}
          type="email"
          name="email"
          value={email}
          onChange={setEmail}
          autoComplete="username"
          autoFocus
        />
        <TextField
          label={t('Password')}
          type="password"
          name="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="main" type="submit" busy={signIn.isPending}>
            {t('Sign in')}
          </Button>
          <Button
            variant="quiet"
            icon="mail"
            onPress={() => link.mutate()}
            busy={link.isPending}
            disabledReason={!email.includes('@') && t('For a link by mail, type your address.')}
          >
            {t('Mail me a link')}
          </Button>
        </div>
        {link.isSuccess && (
          <Notice tone="info" icon="mail" live title={t('Look into your mail')}>
            {t('If {email} has an account here, a link is on its way. It works once, within 15 minutes.', { email })}
          </Notice>
        )}
      </form>
    </SignedOutLayout>
  )
}
