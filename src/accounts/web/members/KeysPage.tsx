import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../../kit/contract.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { t } from '../../../kit/i18n.ts'
import { ago, shortDay } from '../../../kit/words.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { keyContract } from '../../contract.ts'
import { keys } from '../client.ts'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import { roleWords } from '../roleWords.ts'
import { SettingsPage } from '../SettingsPage.tsx'

type Key = Result<typeof keyContract.listKeys>['items'][number]

export function KeysPage() {
  const [making, setMaking] = useState(false)
  const list = useCursorList(keys.listKeys.pages({ query: {} }))
  return (
    <SettingsPage
      title={t('API keys')}
      actions={
        <Button variant="main" icon="add" onPress={() => setMaking(true)}>
          {t('New key')}
        </Button>
      }
    >
      <PagedList
        label={t('API keys')}
        list={list}
        rowId={key => key.id}
        empty={
          <Empty icon="key" title={t('There is no key yet')}>
            {t('Other systems send responses and read figures with one.')}
          </Empty>
        }
      >
        {key => <KeyRow apiKey={key} />}
      </PagedList>
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
    </SettingsPage>
  )
}

function KeyRow({ apiKey: key }: { apiKey: Key }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const revoke = useMutation({
    mutationFn: () => keys.revokeKey({ params: { id: key.id } }),
    onSuccess: () => (
      setAsking(false),
      toast(t('The key “{name}” opens nothing any more', { name: key.name })),
      queries.invalidateQueries({ queryKey: ['api-keys'] })
    ),
  })
  const now = useNow()
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <b className="block truncate">{key.name}</b>
        <span className="text-small text-ink-3">
          {t('… {hint}, made {day}', { hint: key.hint, day: shortDay(key.createdAt, now) })}
          {key.createdBy && ` · ${key.createdBy}`}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <Tag>{roleWords(key.role).label}</Tag>
        {key.operator && <Tag>{t('operator')}</Tag>}
        {key.units && <Tag>{t('{n, plural, one {# unit} other {# units}}', { n: key.units.length })}</Tag>}
        <KeyState apiKey={key} now={now} />
        {!key.revokedAt && (
          <Button size="small" onPress={() => setAsking(true)}>
            {t('Revoke')}
          </Button>
        )}
      </span>
      <FormDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('Revoke “{name}”?', { name: key.name })}
        leave={t('Keep')}
        danger
        submit={t('Revoke')}
        onSubmit={() => revoke.mutate()}
        busy={revoke.isPending}
      >
        {t('What uses it is refused from now on. This cannot be undone; a new key can be made.')}
      </FormDialog>
    </div>
  )
}

function KeyState({ apiKey: key, now }: { apiKey: Key; now: number }) {
  if (key.revokedAt) return <State kind="failed">{t('revoked {day}', { day: shortDay(key.revokedAt, now) })}</State>
  if (key.expiresAt && Date.parse(key.expiresAt) < now)
    return <State kind="failed">{t('expired {day}', { day: shortDay(key.expiresAt, now) })}</State>
  if (!key.lastUsedAt) return <State kind="idle">{t('never used')}</State>
  return <State kind="kept">{t('used {ago}', { ago: ago(key.lastUsedAt, now) })}</State>
}
