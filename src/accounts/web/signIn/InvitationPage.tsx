import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Result } from '../../../kit/contract.ts'
import { t } from '../../../kit/i18n.ts'
import { explain, fieldErrors } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import type { invitationContract } from '../../memberContract.ts'
import { invitations } from '../client.ts'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { openConsole } from './openConsole.ts'
import { fitsAsPassword, NewPassword } from '../NewPassword.tsx'
import { roleWords } from '../roleWords.ts'
import { SecondFactorStep } from './SecondFactorStep.tsx'

type MemberInvitation = Result<typeof invitationContract.invitation>

/** Where an invitation leads: a password for who is new, a yes for who is known. */
export function InvitationPage() {
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const query = useQuery({ ...invitations.invitation.query({ params: { token } }), retry: false })
  if (query.error) {
    return (
      <SignedOutLayout
        title={t('This invitation does not work')}
        intro={query.error.message}
        foot={<LinkButton href={pathTo('/sign-in')}>{t('Sign in')}</LinkButton>}
      />
    )
  }
  return <Load query={query}>{invitation => <Answer invitation={invitation} token={token} />}</Load>
}

function Answer({ invitation, token }: { invitation: MemberInvitation; token: string }) {
  const [name, setName] = useState(invitation.name)
  const [password, setPassword] = useState('')
  const [ticket, setTicket] = useState<string>()
  const isNew = invitation.needs === 'password'
  const accept = useMutation({
    meta: { quiet: true },
    mutationFn: () => invitations.acceptInvitation({ params: { token }, body: isNew ? { name, password } : {} }),
    onSuccess: step => (step.kind === 'second-factor' ? setTicket(step.ticket) : openConsole('/')),
  })
  const wrong = fieldErrors(accept.error)
  const send = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate()
  }
  if (ticket)
    return <SecondFactorStep ticket={ticket} onDone={() => openConsole('/')} onAgain={() => openConsole(pathTo('/sign-in'))} />
  return (
    <SignedOutLayout
      title={t('Welcome to {org}', { org: invitation.org })}
      intro={t('{name} invites you as {role}, with {email}.', {
        name: invitation.invitedBy ?? invitation.org,
        role: roleWords(invitation.role).label,
        email: invitation.email,
      })}
    >
      <form onSubmit={send} className="grid gap-4">
        {accept.error && !wrong['password'] && !wrong['name'] && (
          <Notice tone="late" live title={explain(accept.error).title}>
            {explain(accept.error).detail}
          </Notice>
        )}
        {isNew && (
          <>
            <TextField
              label={t('Your name')}
              value={name}
              onChange={setName}
              autoComplete="name"
              error={wrong['name']}
              autoFocus
            />
            <NewPassword value={password} onChange={setPassword} email={invitation.email} error={wrong['password']} />
          </>
        )}
        {invitation.needs === 'sign-in' ? (
          <div className="grid justify-items-start gap-3">
            <p className="text-ink-2">
              {t('You have an account with this address already. Sign in with it, then say yes here.')}
            </p>
            <LinkButton variant="main" href={pathTo('/sign-in', { to: pathTo('/invitations/$token', { token }) })}>
              {t('Sign in')}
            </LinkButton>
          </div>
        ) : (
          <div>
            <Button
              variant="main"
              type="submit"
              busy={accept.isPending}
              disabledReason={
                isNew &&
                !(name.trim() && fitsAsPassword(password, invitation.email)) &&
                t('Type your name and choose a password.')
              }
            >
              {t('Join {org}', { org: invitation.org })}
            </Button>
          </div>
        )}
      </form>
    </SignedOutLayout>
  )
}
