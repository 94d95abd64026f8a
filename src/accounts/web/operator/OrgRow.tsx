import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { day } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'
import type { ListedOrg } from '../../orgContract.ts'
import { orgs } from '../client.ts'
import { DeleteOrg, SuspendOrg } from './CloseOrg.tsx'
import { useSession } from '../session.ts'

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
    <div className="grid min-h-16 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-2 gap-y-1 py-2">
      <span className="min-w-0">
        <b className="block truncate">{org.name}</b>
        <span className="text-small text-ink-3">
          {t('{n, plural, one {# member} other {# members}}, since {day}', { n: org.members, day: day(org.createdAt) })}
        </span>
      </span>
      {/* On a phone the state goes below the name; what can be done stays beside it. */}
      <span className="flex flex-wrap items-center gap-2 max-wide:col-span-2 max-wide:col-start-1 max-wide:row-start-2">
        {org.demo && <Tag>{t('demo')}</Tag>}
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
      </span>
      <span className="max-wide:col-start-3 max-wide:row-start-1">
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
      {asking === 'suspend' && <SuspendOrg org={org} onClose={() => (setAsking(null), read())} />}
      {asking === 'delete' && <DeleteOrg org={org} onClose={() => (setAsking(null), read())} />}
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
