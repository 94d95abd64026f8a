import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { login } from '../client.ts'
import { fitsAsPassword, NewPassword } from '../NewPassword.tsx'
import { formErrorOf } from '../formErrors.ts'

export function PasswordSection({ email }: { email: string }) {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation({
    meta: { quiet: true },
    mutationFn: () => login.changePassword({ body: { ...(current && { current }), password } }),
    onSuccess: () => {
      toast(t('Your password is changed, and all other places are signed out'))
      setCurrent('')
      setPassword('')
    },
  })
  return (
    <Section title={t('Password')}>
      <form
        className="grid max-w-80 gap-4"
        onSubmit={event => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <TextField
          label={t('Your password now')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          error={formErrorOf(change.error)}
        />
        <NewPassword label={t('New password')} value={password} onChange={setPassword} email={email} />
        <div>
          <Button type="submit" busy={change.isPending} disabledReason={!fitsAsPassword(password, email) && t('Type a new one.')}>
            {t('Change the password')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
