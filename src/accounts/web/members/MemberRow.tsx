import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../../kit/web/useNow.ts'
import { t } from '../../../kit/i18n.ts'
import { shortDay } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Person } from '../../../kit/web/ui/Avatar.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import type { Member } from '../../memberContract.ts'
import { type Role, roles } from '../../permissions.ts'
import { members } from '../client.ts'
import { MemberUnits } from './MemberUnits.tsx'
import { roleWords } from '../roleWords.ts'
import { useSession } from '../session.ts'
import { ActivityButton } from './ActivityButton.tsx'

export function MemberRow({ member }: { member: Member }) {
  const queries = useQueryClient()
  const me = useSession()
  const now = useNow()
  const [open, setOpen] = useState<'remove' | 'units' | null>(null)
  const read = () => queries.invalidateQueries({ queryKey: ['members'] })
  const params = { userId: member.userId }
  const change = useMutation({ mutationFn: (role: Role) => members.changeMember({ params, body: { role } }), onSuccess: read })
  const again = useMutation({ mutationFn: () => members.inviteAgain({ params }), onSuccess: read })
  const remove = useMutation({
    mutationFn: () => members.removeMember({ params }),
    onSuccess: () => (setOpen(null), toast(t('{name} is no longer a member', { name: member.name || member.email })), read()),
  })
  const mayOwn = me?.org?.role === 'owner'
  const reason = (role: Role) => !mayOwn && (role === 'owner' || member.role === 'owner') && t('Only owners change owners.')
  return (
    <div className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-56">
        <Person name={member.name || member.email} detail={member.name ? member.email : undefined} big />
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {member.units && <Tag>{t('{n, plural, one {# unit} other {# units}}', { n: member.units.length })}</Tag>}
        {member.state !== 'member' && (
          <State kind={member.state === 'invited' ? 'idle' : 'failed'}>
            {member.state === 'invited' ? t('invited {day}', { day: shortDay(member.since, now) }) : t('invitation too old')}
          </State>
        )}
        {member.state === 'member' && (
          <State kind={member.secondFactor ? 'kept' : 'idle'}>
            {member.secondFactor ? t('second factor') : t('password only')}
          </State>
        )}
        <Menu
          label={t('Role of {name}', { name: member.name || member.email })}
          entries={roles.map(role => ({
            id: role,
            ...roleWords(role),
            checked: role === member.role,
            disabledReason: reason(role),
            onAction: () => role !== member.role && change.mutate(role),
          }))}
        >
          <Button size="small" busy={change.isPending}>
            {roleWords(member.role).label}
          </Button>
        </Menu>
        <ActivityButton id={member.userId} name={member.name || member.email} />
        <Menu
          label={t('More about {name}', { name: member.name || member.email })}
          entries={[
            { id: 'units', label: t('Choose what they see'), icon: 'eye', onAction: () => setOpen('units') },
            member.state !== 'member' && { id: 'again', label: t('Invite again'), icon: 'mail', onAction: () => again.mutate() },
            'line',
            {
              id: 'remove',
              label: member.state === 'member' ? t('Remove') : t('Take the invitation back'),
              icon: 'trash',
              danger: true,
              disabledReason: reason(member.role),
              onAction: () => setOpen('remove'),
            },
          ]}
        >
          <Button size="small" variant="quiet" icon="more" label={t('More')} />
        </Menu>
      </span>
      {again.data && (
        <span className="basis-full">
          <CopyField
            label={t('A new link to pass on')}
            value={again.data.inviteUrl}
            hint={t('Mailed as well. The older link ends.')}
          />
        </span>
      )}
      {open === 'units' && <MemberUnits member={member} onClose={() => setOpen(null)} />}
      <FormDialog
        open={open === 'remove'}
        onClose={() => setOpen(null)}
        title={t('Remove {name}?', { name: member.name || member.email })}
        leave={t('Keep')}
        danger
        submit={t('Remove')}
        onSubmit={() => remove.mutate()}
        busy={remove.isPending}
      >
        {t('They cannot enter any more, from now on. What they did stays in the record.')}
      </FormDialog>
    </div>
  )
}
