import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { FormDialog } from '../../../kit/web/ui/overlay/FormDialog.tsx'
import { PagedList } from '../../../kit/web/ui/table/PagedList.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { orgs } from '../client.ts'
import { OrgRow } from './OrgRow.tsx'
import { SettingsPage } from '../SettingsPage.tsx'
import { fieldErrorOf } from '../formErrors.ts'

/** For whoever runs the installation: every organisation on it. */
export function OperatorPage() {
  const [opening, setOpening] = useState(false)
  const list = useCursorList(orgs.listOrgs.pages({ query: {} }))
  return (
    <SettingsPage
      title={t('Installation')}
      actions={
        <Button variant="main" icon="add" onPress={() => setOpening(true)}>
          {t('Open an organisation')}
        </Button>
      }
    >
      <PagedList
        label={t('Organisations')}
        list={list}
        rowId={org => org.id}
        empty={<Empty icon="reviews" title={t('There is no organisation')} />}
      >
        {org => <OrgRow org={org} />}
      </PagedList>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </SettingsPage>
  )
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [org, setOrg] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const open = useMutation({
    meta: { quiet: true },
    mutationFn: () => orgs.openOrg({ body: { org, name, email } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['orgs'] }),
  })
  if (open.data) {
    return (
      <Dialog open onClose={onClose} keepOpen title={t('{org} is open', { org })}>
        {open.data.inviteUrl && (
          <CopyField
            label={t('A link to pass on')}
            value={open.data.inviteUrl}
            hint={t('{email} has it in the mail as well, and enters as the owner.', { email })}
            className="mb-4"
          />
        )}
        <CopyField
          label={t('Its first API key')}
          value={open.data.apiKey}
          hint={t('Shown this once. Other systems talk to Fullcircle with it.')}
        />
      </Dialog>
    )
  }
  return (
    <FormDialog
      onClose={onClose}
      title={t('Open an organisation')}
      submit={t('Open')}
      onSubmit={() => open.mutate()}
      busy={open.isPending}
      disabledReason={!(org.trim() && name.trim() && email.includes('@')) && t('Fill in the three fields.')}
    >
      <TextField label={t('Organisation')} value={org} onChange={setOrg} error={fieldErrorOf(open.error, 'org')} autoFocus />
      <TextField label={t('Its owner’s name')} value={name} onChange={setName} error={fieldErrorOf(open.error, 'name', false)} />
      <TextField
        label={t('Their e-mail address')}
        type="email"
        value={email}
        onChange={setEmail}
        error={fieldErrorOf(open.error, 'email', false)}
      />
    </FormDialog>
  )
}
