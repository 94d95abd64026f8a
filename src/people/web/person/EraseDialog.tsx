import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { count } from '../../../kit/words.ts'
import type { Erasure, ErasureItem } from '../../erasureContract.ts'
import { erasures, type PersonDetail } from '../client.ts'
import { DirectoryFormDialog } from '../DirectoryFormDialog.tsx'

/** Says what goes and what stays before anything goes; typing the name is the confirmation, because nothing brings it back. */
export function EraseDialog({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const params = { id: person.id }
  const preview = useQuery(erasures.previewErasure.query({ params }))
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const blocked = preview.data?.blocked
  const missing =
    (!preview.data && t('Reading what is kept')) ||
    (blocked && t('Not yet')) ||
    (typed.trim() !== person.label && t('Type the name to confirm.'))
  return (
    <DirectoryFormDialog
      title={t('Erase {name}?', { name: person.label })}
      act={t('Erase for good')}
      danger
      missing={missing}
      save={() => erasures.erasePerson({ params, body: { reason: reason.trim() || undefined } })}
      onSaved={() => toast(t('Erased. Answers stay without the person.'))}
      onClose={onClose}
      wide
    >
      {() => (
        <Load query={preview}>
          {erasure =>
            blocked ? (
              <Notice tone="soon" title={t('This cannot be done yet')}>
                {t(blocked)}
              </Notice>
            ) : (
              <>
                <Fates erasure={erasure} />
                <TextField
                  label={t('Why')}
                  hint={t('Kept in the record, without naming the person.')}
                  value={reason}
                  onChange={setReason}
                  maxLength={500}
                  optional
                />
                <TextField
                  label={t('Type “{name}” to confirm', { name: person.label })}
                  value={typed}
                  onChange={setTyped}
                  autoComplete="off"
                />
              </>
            )
          }
        </Load>
      )}
    </DirectoryFormDialog>
  )
}

function Fates({ erasure }: { erasure: Erasure }) {
  const fates: [ErasureItem['fate'], string][] = [
    ['removed', t('Goes, and cannot be brought back')],
    ['pseudonymised', t('Stays, without the person')],
    ['kept', t('Stays')],
  ]
  return (
    <div className="flex flex-col gap-3">
      {fates.map(([fate, title]) => {
        const items = erasure.items.filter(item => item.fate === fate)
        return (
          items.length > 0 && (
            <section key={fate}>
              <h3 className="font-strong">{title}</h3>
              <ul className="text-ink-2">
                {items.map(item => (
                  <li key={item.what} className="flex justify-between gap-4 border-b border-line py-1.5">
                    <span>{t(item.what)}</span>
                    <span className="tabular-nums">{count(item.n)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
