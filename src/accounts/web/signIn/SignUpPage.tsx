import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { orgs, setup } from '../client.ts'
import { SignedOutLayout } from './SignedOutLayout.tsx'

/** An organisation for anybody, where the operator allows it. Its owner gets in by the invitation in the mail. */
export function SignUpPage() {
  const state = useQuery(setup.setupNeeded.query())
  return <Load query={state}>{({ openSignup }) => (openSignup ? <SignUp /> : <Closed />)}</Load>
}

const Closed = () => (
  <SignedOutLayout
    title={t('Sign-up is closed')}
    intro={t('Here the operator opens organisations. Ask them for one, or ask a colleague to invite you to theirs.')}
    foot={<TextLink href={pathTo('/sign-in')}>{t('Sign in')}</TextLink>}
  />
)

function SignUp() {
  const [org, setOrg] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const open = useMutation({ meta: { quiet: true }, mutationFn: () => orgs.openOrg({ body: { org, name, email } }) })
  const send = (event: FormEvent) => {
    event.preventDefault()
    open.mutate()
  }
  if (open.data) {
    return (
      <SignedOutLayout
        title={t('Look into your mail')}
        intro={t('We mailed an invitation to {email}. With it you choose your password and enter as the owner.', { email })}
      >
        <CopyField
          label={t('Your first API key')}
          value={open.data.apiKey}
          hint={t('Shown this once. Other systems talk to Fullcircle with it.')}
        />
      </SignedOutLayout>
    )
  }
  return (
    <SignedOutLayout
      title={t('Open an organisation')}
      foot={<TextLink href={pathTo('/sign-in')}>{t('Back to signing in')}</TextLink>}
    >
      <form onSubmit={send} className="mt-5 grid gap-4">
        {open.error && (
          <Notice tone="late" live title={explain(open.error).title}>
            {explain(open.error).detail}
          </Notice>
        )}
        <TextField label={t('Organisation')} value={org} onChange={setOrg} autoComplete="organization" autoFocus />
        <TextField label={t('Your name')} value={name} onChange={setName} autoComplete="name" />
        <TextField label={t('E-mail address')} type="email" value={email} onChange={setEmail} autoComplete="username" />
        <div>
          <Button
            variant="main"
            type="submit"
            busy={open.isPending}
            disabledReason={!(org.trim() && name.trim() && email.includes('@')) && t('Fill in the three fields.')}
          >
            {t('Open the organisation')}
          </Button>
        </div>
      </form>
    </SignedOutLayout>
  )
}
