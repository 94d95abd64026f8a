import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useFileUploads } from '../../../files/web/useFileUploads.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { FilePicker } from '../../../kit/web/ui/form/FilePicker.tsx'
import type { IconName } from '../../../kit/web/ui/Icon.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import type { Uploads } from '../../../kit/web/uploads.ts'
import { isClosed, whyNotContinue } from '../../alert.ts'
import { type ContactKind, contactKinds } from '../../contact.ts'
import type { AlertDetail } from '../../contract.ts'
import { mentionedIn } from '../../mention.ts'
import { alerts } from '../client.ts'
import { MentionArea } from './MentionArea.tsx'
import { useDraft } from './useDraft.ts'
import { useStep } from '../useStep.ts'
import { alertProgressOf } from '../alertCustomer.ts'

type ContactOrNote = ContactKind | 'note'

const icons: Record<ContactOrNote, IconName> = { call: 'call', mail: 'mail', chat: 'chat', meeting: 'calendar', note: 'note' }

/** Log what was said to the customer, or leave a note for colleagues. */
export function ContactBox({ alert }: { alert: AlertDetail }) {
  const [draft, keep] = useDraft<ContactOrNote>(alert.id, { kind: 'call', note: '', mentions: [] })
  const { note, mentions } = draft
  // On a closed alert only colleagues still write to each other.
  const closed = isClosed(alert.state)
  const kind = closed ? 'note' : draft.kind
  const [reached, setReached] = useState(true)
  const [evidence, setEvidence] = useState<string | null>(null)
  const { uploads, accept } = useFileUploads()
  const { ids: files } = uploads
  const params = { id: alert.id }
  const log = useStep(() =>
    kind === 'note'
      ? alerts.noteAlert({ params, body: { note, mentions: mentionedIn(note, mentions), files } })
      : alerts.logContact({ params, body: { how: kind, note, reached, evidence: evidence?.trim() || undefined, files } }),
  )
  const may = useMay('alerts.work')
  const isNote = kind === 'note'
  const why = !may
    ? t('Your role may read alerts, not work on them.')
    : (isNote ? note.trim() === '' && t('Write the note first.') : whyNotContinue(alertProgressOf(alert))) || whyWait(uploads)
  const done = () => {
    keep({ note: '', mentions: [] })
    setReached(true)
    setEvidence(null)
    uploads.clear()
  }
  const ways = closed ? [] : contactKinds.map(({ id, label }) => ({ id: id as ContactOrNote, label: t(label) }))
  const options = [...ways, { id: 'note' as const, label: t('Note') }]
  const button = isNote ? t('Leave the note') : t(contactKinds.find(({ id }) => id === kind)!.log)
  return (
    <FilePicker
      label={t('Evidence')}
      uploads={uploads}
      accept={accept}
      more={
        !isNote &&
        evidence === null && (
          <Button size="small" variant="quiet" icon="link" onPress={() => setEvidence('')}>
            {t('Link or reference')}
          </Button>
        )
      }
      below={
        <div className="flex flex-wrap items-center gap-3">
          {!isNote && (
            <Checkbox checked={reached} onChange={setReached}>
              {t('Spoke with the customer')}
            </Checkbox>
          )}
          {!isNote && !reached && (
            <span className="text-small text-ink-3">{t('A try is logged, and the customer still waits.')}</span>
          )}
          <span className="ms-auto max-wide:ms-0">
            <Button busy={log.isPending} disabledReason={why} onPress={() => log.mutate(undefined, { onSuccess: done })}>
              {button}
            </Button>
          </span>
        </div>
      }
    >
      <div className="overflow-x-auto pb-px scrollbar-none">
        <Segmented
          label={t('How')}
          value={kind}
          onChange={kind => keep({ kind })}
          options={options.map(option => ({ ...option, icon: icons[option.id] }))}
        />
      </div>
      {isNote ? (
        <MentionArea
          label={t('Note for colleagues')}
          labelHidden
          rows={3}
          maxLength={4000}
          value={note}
          onChange={note => keep({ note })}
          onMention={person => keep({ mentions: [...mentions, person] })}
          placeholder={t('What colleagues should know. Use @ to bring one in.')}
        />
      ) : (
        <TextArea
          label={t('What was said')}
          labelHidden
          rows={3}
          maxLength={4000}
          value={note}
          onChange={note => keep({ note })}
          placeholder={t('What was said, and what you promised.')}
        />
      )}
      {!isNote && evidence !== null && (
        <TextField
          label={t('Link or reference')}
          hint={t('Where it can be found: an address, a number, a page.')}
          value={evidence}
          onChange={setEvidence}
          maxLength={500}
          autoFocus
        />
      )}
    </FilePicker>
  )
}

/** What is still on its way, or did not get there, would be missing. */
function whyWait({ sending, failed }: Uploads): string | false {
  if (sending) return t('Wait until the files are there.')
  return failed && t('Remove the file that did not get there, or send it again.')
}
