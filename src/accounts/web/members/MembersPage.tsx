import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { useLive } from '../../../kit/web/live.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { members } from '../client.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { MemberRow } from './MemberRow.tsx'
import { useMay } from '../session.ts'
import { SettingsPage } from '../SettingsPage.tsx'

export function MembersPage() {
  useLive('members')
  const [inviting, setInviting] = useState(false)
  const may = useMay('members.manage')
  const list = useCursorList(members.listMembers.pages({ query: {} }))
  return (
    <SettingsPage
      title={t('Members')}
      actions={
        <Button
          variant="main"
          icon="add"
          onPress={() => setInviting(true)}
          disabledReason={!may && t('Only administrators invite.')}
        >
          {t('Invite')}
        </Button>
      }
    >
      <PagedList
        label={t('Members')}
        list={list}
        rowId={member => member.userId}
        empty={<Empty icon="people" title={t('Nobody is here yet')} />}
      >
        {member => <MemberRow member={member} />}
      </PagedList>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </SettingsPage>
  )
}
