import type { ReactNode } from 'react'
import { t } from '../../../kit/i18n.ts'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'

export interface AskPasswordProps {
  title: string
  password: string
  onChange: (password: string) => void
  error: string | undefined
  busy: boolean
  onGo: () => void
  onClose: () => void
  children?: ReactNode
}

/** Whoever sits at an open browser is not its owner: what changes the ways in asks again. */
export function AskPassword({ title, password, onChange, error, busy, onGo, onClose, children }: AskPasswordProps) {
  return (
    <FormDialog
      onClose={onClose}
      title={title}
      submit={t('Go on')}
      onSubmit={onGo}
      busy={busy}
      disabledReason={!password && t('Type your password.')}
    >
      <TextField
        label={t('Your password')}
        type="password"
        value={password}
        onChange={onChange}
        autoComplete="current-password"
        error={error}
        autoFocus
      />
      {children}
    </FormDialog>
  )
}
