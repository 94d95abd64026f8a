import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain, fieldErrors } from '../../../kit/web/problem.ts'
import { Redirect } from '../../../kit/web/Redirect.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { setup } from '../client.ts'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { openConsole } from './openConsole.ts'
import { fitsAsPassword, NewPassword } from '../NewPassword.tsx'
import { sessions } from '../session.ts'

/** The first visit to a new installation. */
export function WelcomePage() {
  const state = useQuery(setup.setupNeeded.query())
  const [apiKey, setApiKey] = useState<string>()
  if (apiKey) return <Ready apiKey={apiKey} />
  return (
    <Load query={state}>
      {({ needed, demo }) =>
        needed ? (
          <SignedOutLayout
            title={t('Welcome')}
            intro={t('Customers speak, the right colleague hears it, somebody closes the loop. Begin with your organisation.')}
          >
            <Create onDone={setApiKey} />
            {demo && (
              <Section title={t('Or look around first')}>
                <p className="mb-3 text-ink-2">
                  {t('A made-up organisation with customers, answers and alerts. Nothing is mailed, and one click removes it.')}
                </p>
                <LinkButton href={pathTo('/demo')}>{t('Explore the demo organisation')}</LinkButton>
              </Section>
            )}
          </SignedOutLayout>
        ) : (
          <Redirect href={pathTo('/sign-in')} />
        )
      }
    </Load>
  )
}

function Create({ onDone }: { onDone: (apiKey: string) => void }) {
  const [org, setOrg] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const create = useMutation({
    meta: { quiet: true },
    mutationFn: async () => {
      const made = await setup.setUp({ body: { org, name, email, password } })
      await sessions.signIn({ body: { email, password } })
      return made.apiKey
    },
    onSuccess: onDone,
  })
  const wrong = fieldErrors(create.error)
  const ready = org.trim() && name.trim() && email.includes('@') && fitsAsPassword(password, email)
  const send = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      {create.error && Object.keys(wrong).length === 0 && (
        <Notice tone="late" live title={explain(create.error).title}>
          {explain(create.error).detail}
        </Notice>
      )}
      <TextField
        label={t('Organisation')}
        value={org}
        onChange={setOrg}
        error={wrong['org']}
        autoComplete="organization"
        autoFocus
      />
      <TextField label={t('Your name')} value={name} onChange={setName} error={wrong['name']} autoComplete="name" />
      <TextField
        label={t('E-mail address')}
        type="email"
        value={email}
        onChange={setEmail}
        error={wrong['email']}
        autoComplete="username"
      />
      <NewPassword value={password} onChange={setPassword} email={email} error={wrong['password']} />
      <div>
        <Button variant="main" type="submit" busy={create.isPending} disabledReason={!ready && t('Fill in the four fields.')}>
          {t('Create your organisation')}
        </Button>
      </div>
    </form>
  )
}

function Ready({ apiKey }: { apiKey: string }) {
  return (
    <SignedOutLayout title={t('Your organisation is ready')} intro={t('You own it, and you operate this installation.')}>
      <CopyField
        label={t('Your first API key')}
        value={apiKey}
        hint={t('Shown this once. Other systems talk to Fullcircle with it.')}
      />
      <div className="mt-6">
        <Button variant="main" onPress={() => openConsole('/')}>
          {t('Open the console')}
        </Button>
      </div>
    </SignedOutLayout>
  )
}
