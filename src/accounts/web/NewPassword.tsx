import { t } from '../../kit/i18n.ts'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { SHORTEST_PASSWORD, whyNotPassword } from '../password.ts'

/** A password to choose: what is wrong with it is said while it is typed, not after. */
export function NewPassword({
  value,
  onChange,
  email,
  label,
  error,
}: {
  value: string
  onChange: (password: string) => void
  email?: string
  label?: string
  error?: string | undefined
}) {
  const why = value.length >= SHORTEST_PASSWORD ? whyNotPassword(value, email) : undefined
  return (
    <TextField
      label={label ?? t('Password')}
      type="password"
      name="new-password"
      value={value}
      onChange={onChange}
      autoComplete="new-password"
      hint={t('At least {n} characters. A few words are better than a few signs.', { n: SHORTEST_PASSWORD })}
      error={error ?? why}
    />
  )
}

export const fitsAsPassword = (password: string, email?: string): boolean => !whyNotPassword(password, email)
