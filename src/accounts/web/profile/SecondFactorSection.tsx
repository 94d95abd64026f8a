import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CodeField } from '../../../kit/web/ui/form/CodeField.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { AskPassword } from './AskPassword.tsx'
import { login } from '../client.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { formErrorOf } from '../formErrors.ts'

export function SecondFactorSection({ on }: { on: boolean }) {
  const [open, setOpen] = useState<'set-up' | 'switch-off' | 'codes' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={t('Second factor')} note={<State kind={on ? 'kept' : 'idle'}>{on ? t('on') : t('off')}</State>}>
      <p className="mb-3 text-ink-2">
        {on
          ? t('After your password we ask for the code of your authenticator app.')
          : t('With an authenticator app on your phone, a stolen password alone opens nothing.')}
      </p>
      <div className="flex flex-wrap gap-2">
        {on ? (
          <>
            <Button onPress={() => setOpen('codes')}>{t('New recovery codes')}</Button>
            <Button onPress={() => setOpen('switch-off')}>{t('Switch off')}</Button>
          </>
        ) : (
          <Button onPress={() => setOpen('set-up')}>{t('Set up a second factor')}</Button>
        )}
      </div>
      {open === 'set-up' && <SetUp onClose={close} />}
      {open === 'codes' && <NewCodes onClose={close} />}
      {open === 'switch-off' && <SwitchOff onClose={close} />}
    </Section>
  )
}

function SetUp({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const begin = useMutation({ meta: { quiet: true }, mutationFn: () => login.beginFactor({ body: { password } }) })
  const confirm = useMutation({
    meta: { quiet: true },
    mutationFn: (typed: string) => login.confirmFactor({ body: { code: typed } }),
    onError: () => setCode(''),
  })
  const done = () => {
    void queries.invalidateQueries({ queryKey: ['session'] })
    onClose()
  }
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onClose={done} />
  if (!begin.data)
    return (
      <AskPassword
        title={t('Set up a second factor')}
        password={password}
        onChange={setPassword}
        error={formErrorOf(begin.error)}
        busy={begin.isPending}
        onGo={() => begin.mutate()}
        onClose={onClose}
      />
    )
  return (
    <Dialog
      open
      onClose={onClose}
      keepOpen
      title={t('Scan this with your app')}
      actions={
        <Button variant="quiet" onPress={onClose}>
          {t('Cancel')}
        </Button>
      }
    >
      <div className="grid gap-4">
        {/* A QR code is read by cameras: always dark on white. */}
        <img
          src={begin.data.qr}
          alt={t('A code for your authenticator app; or type the secret below')}
          width={200}
          height={200}
          className="rounded-md border border-line"
        />
        <CopyField label={t('Or type this secret into the app')} value={begin.data.secret} />
        <CodeField
          label={t('Then type the code it shows')}
          value={code}
          onChange={setCode}
          onComplete={typed => confirm.mutate(typed)}
          error={formErrorOf(confirm.error)}
        />
      </div>
    </Dialog>
  )
}

function NewCodes({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState('')
  const renew = useMutation({ meta: { quiet: true }, mutationFn: () => login.renewRecoveryCodes({ body: { password } }) })
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onClose={onClose} />
  return (
    <AskPassword
      title={t('New recovery codes')}
      password={password}
      onChange={setPassword}
      error={formErrorOf(renew.error)}
      busy={renew.isPending}
      onGo={() => renew.mutate()}
      onClose={onClose}
    />
  )
}

function SwitchOff({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const remove = useMutation({
    meta: { quiet: true },
    mutationFn: () => login.removeFactor({ body: { password, code } }),
    onSuccess: () => (toast(t('The second factor is off')), void queries.invalidateQueries({ queryKey: ['session'] }), onClose()),
  })
  return (
    <AskPassword
      title={t('Switch the second factor off')}
      password={password}
      onChange={setPassword}
      error={formErrorOf(remove.error)}
      busy={remove.isPending}
      onGo={() => remove.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('The code your app shows, or a recovery code')}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
      />
    </AskPassword>
  )
}
