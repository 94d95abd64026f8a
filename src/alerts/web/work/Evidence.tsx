import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { files as fileCalls } from '../../../files/web/client.ts'
import { FileList } from '../../../files/web/FileList.tsx'
import { t } from '../../../kit/i18n.ts'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { toastError } from '../../../kit/web/toasts.ts'
import type { Contact } from '../../contract.ts'
import { useStep } from '../useStep.ts'

type EvidenceFile = Contact['files'][number]

/** The files that prove a contact; what one added oneself can be taken away again. */
export function Evidence({ files }: { files: readonly EvidenceFile[] }) {
  const may = useMay('files.write')
  const mayAny = useMay('people.erase')
  const [unwanted, setUnwanted] = useState<EvidenceFile | null>(null)
  return (
    <>
      <FileList label={t('Evidence')} items={files} mayRemove={({ own }) => may && (own || mayAny)} onRemove={setUnwanted} />
      {unwanted && <TakeAway file={unwanted} onClose={() => setUnwanted(null)} />}
    </>
  )
}

function TakeAway({ file, onClose }: { file: EvidenceFile; onClose: () => void }) {
  const remove = useStep(() => fileCalls.removeFile({ params: { id: file.id } }))
  const go = () => remove.mutate(undefined, { onError: toastError, onSettled: onClose })
  return (
    <FormDialog
      title={t('Take “{name}” away?', { name: file.name })}
      submit={t('Take away')}
      danger
      busy={remove.isPending}
      onSubmit={go}
      onClose={onClose}
    >
      <p>{t('The file is deleted for everybody. The record keeps that it was there.')}</p>
    </FormDialog>
  )
}
