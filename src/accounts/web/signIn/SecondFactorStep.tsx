import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CodeField } from '../../../kit/web/ui/form/CodeField.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { SignedOutLayout } from './SignedOutLayout.tsx'
import { sessions } from '../session.ts'

/** The second step of signing in: the app's code, or one of the recovery codes. */
export function SecondFactorStep({ ticket, onDone, onAgain }: { ticket: string; onDone: () => void; onAgain: () => void }) {
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const finish = useMutation({
    meta: { quiet: true },
    mutationFn: (typed: string) => sessions.signInWithCode({ body: { ticket, code: typed } }),
    onSuccess: () => onDone(),
    onError: () => setCode(''),
  })
  const error = finish.error && (explain(finish.error).detail || explain(finish.error).title)
  const send = (event: FormEvent) => {
    event.preventDefault()
    finish.mutate(code)
  }
  return (
    <SignedOutLayout
      title={t('Second factor')}
      intro={
        recovery
          ? t('Type one of the recovery codes you kept. Each works once.')
          : t('Type the six digits that your authenticator app shows.')
      }
      foot={
        <>
          <TextLink onPress={() => (setRecovery(!recovery), setCode(''), finish.reset())}>
            {recovery ? t('Use the app instead') : t('Use a recovery code')}
          </TextLink>
          <TextLink onPress={onAgain}>{t('Start again')}</TextLink>
        </>
      }
    >
      <form onSubmit={send} className="grid justify-items-start gap-4">
        {recovery ? (
          <TextField
            key="recovery"
            label={t('Recovery code')}
            value={code}
            onChange={setCode}
            error={error}
            autoFocus
            spellCheck={false}
            autoComplete="off"
            placeholder="k7mqp-3xw9d"
          />
        ) : (
          <CodeField
            key="app"
            label={t('Code')}
            value={code}
            onChange={setCode}
            error={error}
            autoFocus
            onComplete={typed => finish.mutate(typed)}
          />
        )}
        <Button
          variant="main"
          type="submit"
          busy={finish.isPending}
          disabledReason={code.length < 6 && t('Type the code first.')}
        >
          {t('Sign in')}
        </Button>
      </form>
    </SignedOutLayout>
  )
}
