import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import type { CauseItem } from '../contract.ts'
import { fixes } from './client.ts'
import { TellDialog } from './TellDialog.tsx'
import { useFixChange } from './useFixChange.ts'

/** A cause that is fixed: first what was done, then who of those who named it hears of it. */
export function FixDialog({ cause, onClose }: { cause: CauseItem; onClose: () => void }) {
  const query = useQuery(fixes.readFix.query({ params: { id: cause.id } }))
  if (query.data?.fix) return <TellDialog cause={cause} fix={query.data.fix} languages={query.data.languages} onClose={onClose} />
  if (query.data) return <Mark cause={cause} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={cause.name} actions={null}>
      <Load query={query}>{() => null}</Load>
    </Dialog>
  )
}

function Mark({ cause, onClose }: { cause: CauseItem; onClose: () => void }) {
  const [note, setNote] = useState('')
  const mark = useFixChange(() => fixes.markFixed({ params: { id: cause.id }, body: { note } }))
  return (
    <FormDialog
      onClose={onClose}
      title={t('“{name}” is fixed?', { name: cause.name })}
      submit={t('Mark as fixed')}
      onSubmit={() => mark.mutate()}
      busy={mark.isPending}
      disabledReason={note.trim() === '' && t('Say what was done first.')}
    >
      <p className="text-ink-2">
        {t('Next you can tell the customers who named it, each in their language. Nobody is written to yet.')}
      </p>
      <TextArea label={t('What was done')} rows={3} maxLength={2000} value={note} onChange={setNote} autoFocus />
    </FormDialog>
  )
}
