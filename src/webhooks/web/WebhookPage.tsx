import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { KeyValue } from '../../kit/web/ui/page/KeyValue.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { dayAndClock } from '../../kit/words.ts'
import { when } from '../../mail/web/mailWords.tsx'
import type { Endpoint } from '../webhookContract.ts'
import { webhooks } from './client.ts'
import { DeliveryLog } from './DeliveryLog.tsx'
import { EndpointDialog } from './EndpointDialog.tsx'
import { Secret } from './Secret.tsx'
import { EndpointMark, kindsWords } from './words.tsx'

/** One endpoint: how it stands, what it is signed with, and what was sent to it. */
export function WebhookPage() {
  useLive('webhooks')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(webhooks.getWebhook.query({ params: { id } }))
  return <Load query={query}>{endpoint => <Whole endpoint={endpoint} />}</Load>
}

function Whole({ endpoint }: { endpoint: Endpoint }) {
  const { id, name, state, failingSince } = endpoint
  const act = useActs(id)
  return (
    <Page
      title={name}
      crumbs={[
        { label: t('Settings'), href: pathTo('/settings') },
        { label: t('Webhooks'), href: pathTo('/settings/webhooks') },
      ]}
      beside={<EndpointMark endpoint={endpoint} />}
      actions={<Actions endpoint={endpoint} act={act} />}
    >
      {state === 'failed' ? (
        <Notice
          tone="late"
          title={t('Nothing is sent any more')}
          actions={
            <Button variant="main" busy={act.isPending} onPress={() => act.mutate('on')}>
              {t('Switch on')}
            </Button>
          }
        >
          {t(
            'It took nothing for four days, or said that it wants nothing more. Look at the log; when it works again, switch it on. What happened meanwhile is not sent by itself.',
          )}
        </Notice>
      ) : (
        failingSince &&
        state === 'on' && (
          <Notice tone="soon" title={t('It has taken nothing since {when}', { when: when(failingSince) })}>
            {t('Each message is tried ten times within three days. After four days without success the webhook stops.')}
          </Notice>
        )
      )}
      <Section title={t('Where to')}>
        <KeyValue facts={factsOf(endpoint)} />
      </Section>
      <Section title={t('Secret')}>
        <Secret id={id} />
      </Section>
      <Section title={t('Log')} note={t('Thirty days')}>
        <DeliveryLog id={id} on={state === 'on'} />
      </Section>
    </Page>
  )
}

const factsOf = ({ url, kinds, createdAt, lastSentAt, waiting }: Endpoint): [string, string][] => [
  [t('Address'), url],
  [t('Reports'), kindsWords(kinds)],
  [t('Made'), dayAndClock(createdAt)],
  [t('Last delivered'), lastSentAt ? dayAndClock(lastSentAt) : t('nothing yet')],
  ...(waiting > 0 ? [[t('Waiting'), String(waiting)] as [string, string]] : []),
]

type Act = 'on' | 'off' | 'test' | 'remove'

function useActs(id: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (what: Act): Promise<unknown> => {
      if (what === 'test') return webhooks.testWebhook({ params: { id }, body: {} })
      if (what === 'remove') return webhooks.removeWebhook({ params: { id } })
      return webhooks.changeWebhook({ params: { id }, body: { on: what === 'on' } })
    },
    onSuccess: async (_, what) => {
      if (what === 'test') toast(t('A test message is on its way'))
      if (what === 'remove') await navigate({ href: pathTo('/settings/webhooks') })
    },
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
}

function Actions({ endpoint, act }: { endpoint: Endpoint; act: ReturnType<typeof useActs> }) {
  const [doing, setDoing] = useState<'change' | 'remove'>()
  const { name, state } = endpoint
  const on = state === 'on'
  return (
    <>
      <Menu
        label={t('More')}
        entries={[
          { id: 'change', label: t('Change'), icon: 'edit', onAction: () => setDoing('change') },
          { id: 'switch', label: on ? t('Switch off') : t('Switch on'), onAction: () => act.mutate(on ? 'off' : 'on') },
          'line',
          { id: 'remove', label: t('Remove'), danger: true, onAction: () => setDoing('remove') },
        ]}
      >
        <Button icon="more" label={t('More')} variant="quiet" />
      </Menu>
      <Button
        icon="send"
        busy={act.isPending && act.variables === 'test'}
        disabledReason={!on && t('Switch it on first.')}
        onPress={() => act.mutate('test')}
      >
        {t('Send a test')}
      </Button>
      {doing === 'change' && <EndpointDialog endpoint={endpoint} onClose={() => setDoing(undefined)} />}
      <FormDialog
        open={doing === 'remove'}
        onClose={() => setDoing(undefined)}
        title={t('Remove “{name}”?', { name })}
        leave={t('Keep')}
        danger
        submit={t('Remove')}
        onSubmit={() => act.mutate('remove')}
        busy={act.isPending}
      >
        {t('Nothing is sent there any more, and its log goes too.')}
      </FormDialog>
    </>
  )
}
