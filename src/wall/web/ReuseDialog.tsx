import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../kit/web/toasts.ts'
import type { Practice } from '../wallContract.ts'
import { wall } from './client.ts'
import { useWallChange } from './useWallChange.ts'

/** Does the same elsewhere: the text goes to the clipboard, and the wall says who took it up where. */
export function ReuseDialog({ practice, onClose }: { practice: Practice; onClose: () => void }) {
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const run = useWallChange()
  const body = { place, note: note.trim() || undefined }
  const go = () =>
    run.mutate(
      async () => {
        await wall.reusePractice({ params: { id: practice.id }, body })
        // Not every browser lets a page write there; that it was taken up counts all the same.
        await navigator.clipboard?.writeText(`${practice.title}\n\n${practice.story}`).catch(() => {})
      },
      {
        onSuccess: () => {
          onClose()
          toast(t('Copied, and noted on the wall'))
        },
      },
    )
  return (
    <FormDialog
      onClose={onClose}
      title={t('Where will you do the same?')}
      submit={t('Copy it and say so')}
      onSubmit={go}
      busy={run.isPending}
      disabledReason={place.trim() === '' && t('Say where first.')}
    >
      <TextField
        label={t('Where')}
        hint={t('A unit, a team, a shift.')}
        value={place}
        onChange={setPlace}
        maxLength={200}
        autoFocus
      />
      <TextField label={t('In a few words')} optional value={note} onChange={setNote} maxLength={1000} />
    </FormDialog>
  )
}
