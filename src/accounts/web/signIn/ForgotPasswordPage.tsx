import { pathTo } from '../../../kit/paths.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { sessions } from '../session.ts'

export function ForgotPasswordPage() {
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => sessions.askForReset({ body: { email } }) })
  const send = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <SignedOutLayout
      title={t('Choose a new password')}
      intro={t('We mail you a link. It works once, within an hour.')}
      foot={<TextLink href={pathTo('/sign-in')}>{t('Back to signing in')}</TextLink>}
    >
      <form onSubmit={send} className="grid gap-4">
        <TextField label={t('E-mail address')} type="email" value={email} onChange={setEmail} autoComplete="username" autoFocus />
        <div>
          <Button
            variant="main"
            type="submit"
            busy={ask.isPending}
            disabledReason={!email.includes('@') && t('Type your address first.')}
          >
            {t('Mail me the link')}
          </Button>
        </div>
        {ask.isSuccess && (
          <Notice tone="info" icon="mail" live title={t('Look into your mail')}>
            {t('If {email} has an account here, a link is on its way.', { email })}
          </Notice>
        )}
      </form>
    </SignedOutLayout>
  )
}
