import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { Practice } from '../wallContract.ts'
import { wall } from './client.ts'
import { useWallChange } from './useWallChange.ts'

/** Takes something off the wall; whoever shared it can read why, and it can be put back. */
export function HideDialog({ practice, onClose }: { practice: Practice; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const run = useWallChange()
  const body = { visible: false as const, reason }
  const go = () => run.mutate(() => wall.moderatePractice({ params: { id: practice.id }, body }), { onSuccess: onClose })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Take “{title}” off the wall?', { title: practice.title })}
      submit={t('Take it off')}
      onSubmit={go}
      busy={run.isPending}
      disabledReason={reason.trim() === '' && t('Say why first.')}
    >
      <p className="text-ink-2">{t('Nobody sees it any more but those who can put it back.')}</p>
      <TextField label={t('Why')} value={reason} onChange={setReason} maxLength={500} autoFocus />
    </FormDialog>
  )
}
