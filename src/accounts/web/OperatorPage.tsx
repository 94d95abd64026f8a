import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CopyField } from '../../kit/web/ui/CopyField.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { PagedList } from '../../kit/web/ui/PagedList.tsx'
import { TextField } from '../../kit/web/ui/TextField.tsx'
import { orgs } from './client.ts'
import { OrgRow } from './OrgRow.tsx'
import { SettingsPage } from './SettingsPage.tsx'

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
  const wrong = fieldErrors(open.error)
  if (open.data) {
    return (
      <Dialog open onClose={onClose} keepOpen title={t('{org} is open', { org })}>
        <CopyField
          label={t('Its first API key')}
          value={open.data.apiKey}
          hint={t('Shown this once. {email} has an invitation as its owner in the mail.', { email })}
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('Open an organisation')}
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('Cancel')}
          </Button>
          <Button
            variant="main"
            type="submit"
            form="open-org"
            busy={open.isPending}
            disabledReason={!(org.trim() && name.trim() && email.includes('@')) && t('Fill in the three fields.')}
          >
            {t('Open')}
          </Button>
        </>
      }
    >
      <form
        id="open-org"
        className="grid gap-4"
        onSubmit={event => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <TextField
          label={t('Organisation')}
          value={org}
          onChange={setOrg}
          error={wrong['org'] ?? (open.error && Object.keys(wrong).length === 0 && explain(open.error).detail)}
          autoFocus
        />
        <TextField label={t('Its owner’s name')} value={name} onChange={setName} error={wrong['name']} />
        <TextField label={t('Their e-mail address')} type="email" value={email} onChange={setEmail} error={wrong['email']} />
      </form>
    </Dialog>
  )
}
