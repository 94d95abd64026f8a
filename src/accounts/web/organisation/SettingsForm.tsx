import type { ReactNode } from 'react'
import { t } from '../../../kit/i18n.ts'
import { explain, fieldErrors } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import type { useChangeOrg } from './useChangeOrg.ts'

export interface SettingsFormProps {
  title: string
  note?: ReactNode
  change: ReturnType<typeof useChangeOrg>
  onSave: () => void
  children: ReactNode
}

/** One section of the settings with its own Save: what is changed here does not wait for the rest. */
export function SettingsForm({ title, note, change, onSave, children }: SettingsFormProps) {
  const wrong = Object.entries(fieldErrors(change.error))
  return (
    <Section title={title} note={note}>
      <form
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault()
          onSave()
        }}
      >
        {change.error && (
          <Notice tone="late" live title={explain(change.error).title}>
            {wrong.length ? wrong.map(([path, message]) => `${path}: ${message}`).join('; ') : explain(change.error).detail}
          </Notice>
        )}
        {children}
        <div>
          <Button type="submit" busy={change.isPending} disabledReason={change.whyNot}>
            {t('Save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
