import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CopyField } from '../../kit/web/ui/form/CopyField.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { dayAndClock } from '../../kit/words.ts'
import { webhooks } from './client.ts'

/** What messages are signed with: shown when somebody asks for it, and exchanged without a gap. */
export function Secret({ id }: { id: string }) {
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-measure text-ink-2">
        {t(
          'Each message is signed as Standard Webhooks says. Give this secret to a library of your language to check that a message is ours.',
        )}
      </p>
      {shown && <Shown id={id} />}
      <span className="flex flex-wrap gap-2">
        <Button icon="key" onPress={() => setShown(!shown)}>
          {shown ? t('Hide the secret') : t('Show the secret')}
        </Button>
        <Button onPress={() => setAsking(true)}>{t('Make a new secret')}</Button>
      </span>
      {asking && <Rotate id={id} onClose={() => setAsking(false)} onDone={() => setShown(true)} />}
    </div>
  )
}

function Shown({ id }: { id: string }) {
  const query = useQuery({ ...webhooks.webhookSecrets.query({ params: { id } }), gcTime: 0 })
  return (
    <Load query={query}>
      {({ secret, former }) => (
        <>
          <CopyField label={t('Secret')} value={secret} className="w-full max-w-measure" />
          {former && (
            <CopyField
              label={t('Former secret')}
              value={former.secret}
              hint={t('Signs too until {when}', { when: dayAndClock(former.until) })}
              className="w-full max-w-measure"
            />
          )}
        </>
      )}
    </Load>
  )
}

function Rotate({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const queries = useQueryClient()
  const rotate = useMutation({
    mutationFn: () => webhooks.rotateWebhookSecret({ params: { id }, body: {} }),
    onSuccess: async ({ until }) => {
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
      toast(t('Both secrets sign until {when}', { when: dayAndClock(until) }))
      onDone()
      onClose()
    },
    onError: toastError,
  })
  return (
    <FormDialog
      onClose={onClose}
      title={t('Make a new secret?')}
      submit={t('Make a new secret')}
      onSubmit={() => rotate.mutate()}
      busy={rotate.isPending}
    >
      {t(
        'For 24 hours messages carry both signatures, so that you can change the receiver in peace. Then the present secret signs nothing any more.',
      )}
    </FormDialog>
  )
}
