import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { day } from '../../kit/words.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Menu } from '../../kit/web/ui/Menu.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import type { orgContract } from '../orgContract.ts'
import { orgs } from './client.ts'
import { useSession } from './session.ts'

type ListedOrg = Result<typeof orgContract.listOrgs>['items'][number]

export function OrgRow({ org }: { org: ListedOrg }) {
  const queries = useQueryClient()
  const own = useSession()?.org?.id === org.id
  const [asking, setAsking] = useState<'suspend' | 'delete' | null>(null)
  const read = () => void queries.invalidateQueries({ queryKey: ['orgs'] })
  const params = { id: org.id }
  const reopen = useMutation({ mutationFn: () => orgs.reopenOrg({ params }), onSuccess: read })
  const keep = useMutation({ mutationFn: () => orgs.keepOrg({ params }), onSuccess: read })
  const whyNot = own && t('You are at work in it.')
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <b className="block truncate">{org.name}</b>
        <span className="text-small text-ink-3">
          {t('{n, plural, one {# member} other {# members}}, since {day}', { n: org.members, day: day(org.createdAt) })}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        <OrgState org={org} />
        {org.status === 'suspended' && (
          <Button size="small" onPress={() => reopen.mutate()} busy={reopen.isPending}>
            {t('Open again')}
          </Button>
        )}
        {org.status === 'deleting' && (
          <Button size="small" icon="undo" onPress={() => keep.mutate()} busy={keep.isPending}>
            {t('Keep it')}
          </Button>
        )}
        <Menu
          label={t('More about {name}', { name: org.name })}
          entries={[
            {
              id: 'export',
              label: t('Export everything'),
              icon: 'download',
              onAction: () => location.assign(orgs.exportOrg.url({ params })),
            },
            org.status === 'active' && {
              id: 'suspend',
              label: t('Suspend'),
              icon: 'lock',
              disabledReason: whyNot,
              onAction: () => setAsking('suspend'),
            },
            org.status !== 'deleting' && {
              id: 'delete',
              label: t('Delete'),
              icon: 'trash',
              danger: true,
              disabledReason: whyNot,
              onAction: () => setAsking('delete'),
            },
          ]}
        >
          <Button size="small" variant="quiet" icon="more" label={t('More')} />
        </Menu>
      </span>
      {asking === 'suspend' && <Suspend org={org} onClose={() => (setAsking(null), read())} />}
      {asking === 'delete' && <Delete org={org} onClose={() => (setAsking(null), read())} />}
    </div>
  )
}

function OrgState({ org }: { org: ListedOrg }) {
  if (org.status === 'active') return <State kind="kept">{t('open')}</State>
  if (org.status === 'suspended')
    return (
      <State kind="paused">
        {org.suspendedReason ? t('suspended: {reason}', { reason: org.suspendedReason }) : t('suspended')}
      </State>
    )
  return <State kind="late">{t('deleted on {day}', { day: day(org.deleteAfter ?? '') })}</State>
}

function Suspend({ org, onClose }: { org: ListedOrg; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const suspend = useMutation({
    mutationFn: () => orgs.suspendOrg({ params: { id: org.id }, body: { reason } }),
    onSuccess: onClose,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Suspend {name}?', { name: org.name })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Cancel')}
          </Button>
          <Button variant="main" onPress={() => suspend.mutate()} busy={suspend.isPending}>
            {t('Suspend')}
          </Button>
        </>
      }
    >
      <p className="mb-4">
        {t('Nobody enters it and no questionnaire of it opens, until you open it again. Nothing is deleted.')}
      </p>
      <TextField
        label={t('Reason')}
        optional
        value={reason}
        onChange={setReason}
        hint={t('Only you and other operators read it.')}
      />
    </Dialog>
  )
}

function Delete({ org, onClose }: { org: ListedOrg; onClose: () => void }) {
  const [name, setName] = useState('')
  const remove = useMutation({
    meta: { quiet: true },
    mutationFn: () => orgs.deleteOrg({ params: { id: org.id }, body: { name } }),
    onSuccess: onClose,
  })
  const error = fieldErrors(remove.error)['name'] ?? (remove.error && explain(remove.error).detail)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Delete {name}?', { name: org.name })}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Keep it')}
          </Button>
          <Button
            variant="danger"
            onPress={() => remove.mutate()}
            busy={remove.isPending}
            disabledReason={name !== org.name && t('Type its name.')}
          >
            {t('Delete')}
          </Button>
        </>
      }
    >
      <p className="mb-4">
        {t(
          'It closes now. For 14 days you can undo this; then everything it has is deleted for good. Export it first if somebody may need it.',
        )}
      </p>
      <TextField
        label={t('Type its name: {name}', { name: org.name })}
        value={name}
        onChange={setName}
        error={error}
        autoComplete="off"
      />
    </Dialog>
  )
}
