import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMay } from '../../accounts/web/session.ts'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { useSearchParams } from '../../kit/web/search.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { KeyValue } from '../../kit/web/ui/page/KeyValue.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Page } from '../../kit/web/ui/page/Page.tsx'
import { Tabs } from '../../kit/web/ui/page/Tabs.tsx'
import { toastError } from '../../kit/web/toasts.ts'
import { whyNotArrived, whyNotCancel, whyNotDeliver } from '../actions.ts'
import type { outboxContract } from '../contract.ts'
import { outbox } from './client.ts'
import { MailFrame } from './MailFrame.tsx'
import { MailStateMark, when } from './mailWords.tsx'

type MailDetail = Result<typeof outboxContract.get>

/** One mail as it reads, where it stands, and what can be done about it. */
export function MailPage() {
  useLive('outbox')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const query = useQuery(outbox.get.query({ params: { id } }))
  return <Load query={query}>{mail => <Whole mail={mail} />}</Load>
}

function Whole({ mail }: { mail: MailDetail }) {
  const [{ view }, setSearch] = useSearchParams({ view: 'looks' })
  return (
    <Page
      title={mail.subject}
      crumbs={[{ label: t('Outbox'), href: pathTo('/outbox') }]}
      beside={<MailStateMark state={mail.state} />}
    >
      {mail.error && (
        <Notice tone={mail.state === 'unsure' ? 'soon' : 'plain'} icon="outbox" title={troubleOf(mail)}>
          {mail.error}
        </Notice>
      )}
      <KeyValue facts={factsOf(mail)} />
      <div className="mt-4 flex flex-wrap gap-3 empty:hidden">
        <Actions mail={mail} />
      </div>
      <div className="mt-5">
        <Tabs
          label={t('How it reads')}
          value={view === 'text' ? 'text' : 'looks'}
          onChange={next => setSearch({ view: next })}
          tabs={[
            { id: 'looks' as const, label: t('As it looks'), content: <MailFrame html={mail.html} title={mail.subject} /> },
            {
              id: 'text' as const,
              label: t('As text'),
              content: <pre className="font-sans whitespace-pre-wrap text-ink-2">{mail.text}</pre>,
            },
          ]}
        />
      </div>
    </Page>
  )
}

function troubleOf({ state, nextAt }: MailDetail): string {
  if (state === 'unsure') return t('Did it arrive?')
  if (state === 'waiting') return t('It will be tried again: {when}', { when: when(nextAt) })
  return state === 'cancelled' ? t('It was not sent') : t('It was not delivered')
}

const factsOf = (mail: MailDetail): [string, string][] =>
  (
    [
      [t('To'), mail.name ? `${mail.name} <${mail.to}>` : mail.to],
      [t('From'), mail.from],
      [t('Posted'), when(mail.createdAt)],
      mail.state === 'sent' && mail.doneAt && [t('Sent'), when(mail.doneAt)],
      mail.attempts > 1 && [t('Attempts'), String(mail.attempts)],
      mail.reply && [t('The mail server said'), mail.reply],
    ] as const
  ).filter(fact => !!fact) as [string, string][]

function Actions({ mail: { id, state } }: { mail: MailDetail }) {
  const queries = useQueryClient()
  const { data } = useQuery(outbox.summary.query())
  const onlyAdmins = !useMay('org.manage') && t('Only administrators')
  const act = useMutation({
    mutationFn: (what: 'deliver' | 'arrived' | 'cancel') => outbox[what]({ params: { id }, body: {} }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  })
  const button = (what: 'deliver' | 'arrived' | 'cancel', label: string, whyNot: string | undefined, main = false) => (
    <Button
      key={what}
      variant={main ? 'main' : 'plain'}
      busy={act.isPending && act.variables === what}
      disabledReason={onlyAdmins || whyNot}
      onPress={() => act.mutate(what)}
    >
      {label}
    </Button>
  )
  if (state === 'sent' || state === 'sending' || state === 'handing') return null
  const again = state === 'failed' || state === 'unsure'
  return (
    <>
      {state === 'unsure' && button('arrived', t('It arrived'), whyNotArrived(state))}
      {(state === 'waiting' || state === 'kept') && button('cancel', t('Call off'), whyNotCancel(state))}
      {state !== 'waiting' &&
        button('deliver', again ? t('Send again') : t('Send now'), whyNotDeliver(state, data?.mailServer ?? true), true)}
    </>
  )
}
