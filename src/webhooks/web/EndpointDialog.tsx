import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { fieldErrorOf } from '../../accounts/web/formErrors.ts'
import { t } from '../../kit/i18n.ts'
import { CheckboxGroup } from '../../kit/web/ui/form/CheckboxGroup.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { RadioGroup } from '../../kit/web/ui/form/RadioGroup.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { Endpoint } from '../webhookContract.ts'
import { type EventGroup, eventGroups, groupNames, groupsOf, kindsOf } from '../webhookKinds.ts'
import { webhooks } from './client.ts'

/** A new endpoint, or changes to one. */
export function EndpointDialog({ endpoint, onClose }: { endpoint?: Endpoint; onClose: () => void }) {
  const [name, setName] = useState(endpoint?.name ?? '')
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [kinds, setKinds] = useState(endpoint?.kinds ?? null)
  const save = useSave(endpoint, onClose)
  return (
    <FormDialog
      onClose={onClose}
      title={endpoint ? t('Change “{name}”', { name: endpoint.name }) : t('New webhook')}
      submit={endpoint ? t('Save') : t('Make the webhook')}
      onSubmit={() => save.mutate({ name, url, kinds })}
      busy={save.isPending}
      disabledReason={
        (!name.trim() && t('Give it a name.')) ||
        (!url.trim() && t('Enter an address.')) ||
        (kinds?.length === 0 && t('Choose what it reports.'))
      }
    >
      <TextField
        label={t('Name')}
        hint={t('Which system listens there.')}
        value={name}
        onChange={setName}
        error={fieldErrorOf(save.error, 'name', false)}
        autoFocus
      />
      <TextField
        label={t('Address')}
        hint={t('We post to it. It replies with a status from 200 to 299 within ten seconds.')}
        placeholder="https://example.org/hooks/fullcircle"
        type="url"
        value={url}
        onChange={setUrl}
        error={fieldErrorOf(save.error, 'url')}
      />
      <Kinds kinds={kinds} onChange={setKinds} />
    </FormDialog>
  )
}

function Kinds({ kinds, onChange }: { kinds: string[] | null; onChange: (kinds: string[] | null) => void }) {
  const { groups, others } = groupsOf(kinds ?? [])
  const options = [
    ...groupNames.map(id => ({ id: id as string, label: t(eventGroups[id].label) })),
    // Chosen through the API, one by one: kept unless somebody takes them away.
    ...others.map(id => ({ id, label: id })),
  ]
  const choose = (ids: string[]) =>
    onChange(
      kindsOf(
        ids.filter(isGroup),
        ids.filter(id => !isGroup(id)),
      ),
    )
  return (
    <>
      <RadioGroup
        label={t('What it reports')}
        options={[
          { id: 'all', label: t('Everything that happens') },
          { id: 'some', label: t('Only what I choose') },
        ]}
        value={kinds ? 'some' : 'all'}
        onChange={how => onChange(how === 'all' ? null : kindsOf(['alerts']))}
      />
      {kinds && <CheckboxGroup label={t('Chosen')} options={options} value={[...groups, ...others]} onChange={choose} />}
    </>
  )
}

const isGroup = (id: string): id is EventGroup => id in eventGroups

function useSave(endpoint: Endpoint | undefined, onClose: () => void) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    meta: { quiet: true },
    mutationFn: async (body: Pick<Endpoint, 'name' | 'url' | 'kinds'>) => {
      if (!endpoint) return (await webhooks.createWebhook({ body })).id
      await webhooks.changeWebhook({ params: { id: endpoint.id }, body })
      return endpoint.id
    },
    onSuccess: async id => {
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
      onClose()
      if (!endpoint) await navigate({ href: pathTo('/settings/webhooks/$id', { id }) })
    },
  })
}
